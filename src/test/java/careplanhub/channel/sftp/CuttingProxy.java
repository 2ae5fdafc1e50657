package careplanhub.channel.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server on this machine that breaks off, or takes calls and says nothing. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile long most = Long.MAX_VALUE;

  CuttingProxy(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("proxy", this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Breaks each new connection off after so many bytes to the server; below 0 it stays silent. */
  void cutAfter(long bytes) {
    most = bytes;
  }

  private void accept() {
    try {
      while (!listening.isClosed()) {
        Socket client = listening.accept();
        open.add(client);
        if (most >= 0) {
          join(client, most);
        }
      }
    } catch (IOException e) {
      closeAll();
    }
  }

  private void join(Socket client, long bytes) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(server);
    start("proxy-to-server", () -> copy(client, server, bytes));
    start("proxy-to-client", () -> copy(server, client, Long.MAX_VALUE));
  }

  private static void copy(Socket from, Socket to, long bytes) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      long left = bytes;
      int read = in.read(buffer);
      while (read >= 0 && left > 0) {
        int part = (int) Math.min(read, left);
        out.write(buffer, 0, part);
        left -= part;
        read = in.read(buffer);
      }
    } catch (IOException brokenOff) {
      // closing both ends is all there is to do
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void closeAll() {
    open.forEach(
        socket -> {
          try {
            socket.close();
          } catch (IOException closedAlready) {
            // nothing is left to close
          }
        });
  }

  @Override
  public void close() throws IOException {
    listening.close();
    closeAll();
  }
}
