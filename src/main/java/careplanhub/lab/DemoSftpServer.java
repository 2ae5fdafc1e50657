package careplanhub.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The SFTP server over which the two corporations of a demo hand each other parcels: on this
 * machine's loopback only, with keys made anew at each start. A login needs its key and sees the
 * agreed folder only; there is no password and no shell. Safe for every thread.
 */
public final class DemoSftpServer implements AutoCloseable {
  private static final String ADDRESS = InetAddress.getLoopbackAddress().getHostAddress();
  private static final String CURVE = "secp256r1";

  private final SshServer server;
  private final String hostKey;
  private final Map<String, String> keys;

  private DemoSftpServer(SshServer server, String hostKey, Map<String, String> keys) {
    this.server = server;
    this.hostKey = hostKey;
    this.keys = keys;
  }

  /**
   * Starts it on a free port.
   *
   * @param folder what a login sees; it is made when it is missing
   * @param users the names of the logins
   */
  public static DemoSftpServer start(Path folder, List<String> users) throws IOException {
    Files.createDirectories(folder);
    Map<String, KeyPair> pairs = new TreeMap<>();
    Map<String, String> keys = new TreeMap<>();
    for (String user : users) {
      KeyPair pair = newPair();
      pairs.put(user, pair);
      keys.put(user, privateKey(pair));
    }
    KeyPair host = newPair();
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(ADDRESS);
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(host));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            pairs.containsKey(user) && KeyUtils.compareKeys(pairs.get(user).getPublic(), key));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
    server.start();
    return new DemoSftpServer(server, PublicKeyEntry.toString(host.getPublic()), keys);
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has this curve", e);
    }
  }

  private static String privateKey(KeyPair pair) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "", null, text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key without a password needs no cipher", e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** How the two corporations reach it, the first under the first name. */
  public DemoWays.Server access(String firstUser, String secondUser) {
    return new DemoWays.Server(
        ADDRESS,
        server.getPort(),
        "[" + ADDRESS + "]:" + server.getPort() + " " + hostKey + "\n",
        login(firstUser),
        login(secondUser));
  }

  private DemoWays.Login login(String user) {
    String key = keys.get(user);
    if (key == null) {
      throw new IllegalArgumentException("no such login");
    }
    return new DemoWays.Login(user, key);
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's SFTP server does not stop", e);
    }
  }
}
