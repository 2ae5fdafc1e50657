package careplanhub.hub;

import careplanhub.OptionalPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** OpenSSH's own server on this machine, for SFTP with one key into one folder. */
public final class SshServer implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");
  private static final Path SEPARATION = Path.of("/run/sshd");

  private final Path folder;
  private final int port;
  private final Process process;

  private SshServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  public static void require() {
    OptionalPart.require("OpenSSH's server " + SSHD, Files.isExecutable(SSHD));
    OptionalPart.require("ssh-keygen");
  }

  /** Makes keys and starts a server; {@code root} below the folder is what a client sees. */
  public static SshServer start(Path folder) throws Exception {
    Files.createDirectories(folder.resolve("root"));
    key(folder.resolve("host"));
    key(folder.resolve("client"));
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(SEPARATION);
    }
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.write(
        folder.resolve("sshd_config"),
        List.of(
            "ListenAddress 127.0.0.1",
            "Port " + port,
            "HostKey " + folder.resolve("host"),
            "AuthorizedKeysFile " + folder.resolve("client.pub"),
            "PidFile none",
            "UsePAM no",
            "StrictModes no",
            "PermitRootLogin yes",
            "PasswordAuthentication no",
            "Subsystem sftp internal-sftp -d " + folder.resolve("root")));
    SshServer server = new SshServer(folder, port, begin(folder));
    Eventually.holds("sshd listens", server::listens);
    return server;
  }

  private static Process begin(Path folder) throws IOException {
    return new ProcessBuilder(
            SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("sshd.log").toFile())
        .start();
  }

  /** Makes a key pair without a passphrase. */
  public static Path key(Path file) throws Exception {
    Process made =
        new ProcessBuilder(
                "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("ssh-keygen made no key");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** What a client sees. */
  public Path root() {
    return folder.resolve("root");
  }

  public Path clientKey() {
    return folder.resolve("client");
  }

  /** The line that a client who knows the server has. */
  public String knownHost() throws IOException {
    return knownHost(port);
  }

  /** The same for a way to the server that begins at another port. */
  public String knownHost(int other) throws IOException {
    return line(other, folder.resolve("host.pub"));
  }

  /** Such a line with another key. */
  public String otherHost() throws Exception {
    return line(port, Path.of(key(folder.resolve("other")) + ".pub"));
  }

  private static String line(int port, Path key) throws IOException {
    return "[127.0.0.1]:" + port + " " + Files.readString(key);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
