package careplanhub.lab.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server on this machine that can fall silent: connections are still accepted and what
 * is sent is still taken, but of a connection only so much is passed on as a TLS handshake needs;
 * then nothing comes back, and nobody closes it. Safe for every thread; whoever starts it closes
 * it.
 */
final class SilentProxy implements AutoCloseable {
  private static final int BACKLOG = 100;
  private static final int BUFFER = 1 << 14;

  /** More than a client's part of a handshake with its certificate, less than a parcel. */
  private static final int HANDSHAKE = 1 << 12;

  private final ServerSocket listening;
  private final int target;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;
  private volatile boolean swallowed;

  private SilentProxy(ServerSocket listening, int target) {
    this.listening = listening;
    this.target = target;
  }

  /** A way to the server that listens on a port of this machine. */
  static SilentProxy to(int target) throws IOException {
    ServerSocket listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    SilentProxy proxy = new SilentProxy(listening, target);
    thread(proxy::accept);
    return proxy;
  }

  int port() {
    return listening.getLocalPort();
  }

  void fallSilent() {
    silent = true;
  }

  /** Whether something was sent that was not passed on. */
  boolean hasSwallowed() {
    return swallowed;
  }

  /** Answers new connections again; those that met silence end. */
  void speak() throws IOException {
    silent = false;
    closeConnections();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    closeConnections();
  }

  private void closeConnections() throws IOException {
    for (Closeable connection : List.copyOf(open)) {
      connection.close();
      open.remove(connection);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        Connection connection = new Connection(client, server);
        thread(connection::toServer);
        thread(connection::toClient);
      } catch (IOException e) {
        // Closed, or the server is gone: the client meets what it would meet there.
      }
    }
  }

  /** Two sockets; in silence the server's is given up, and the client's stays open. */
  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile boolean swallowing;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void toServer() {
      byte[] buffer = new byte[BUFFER];
      try (client;
          server) {
        InputStream in = client.getInputStream();
        long passed = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          if (silent && passed + count > HANDSHAKE) {
            swallowing = true;
            swallowed = true;
            server.close();
          } else {
            server.getOutputStream().write(buffer, 0, count);
            passed += count;
          }
        }
      } catch (IOException e) {
        // One side is gone, and with it the other.
      }
      open.remove(client);
      open.remove(server);
    }

    void toClient() {
      try {
        server.getInputStream().transferTo(client.getOutputStream());
      } catch (IOException e) {
        // One side is gone.
      }
      if (!swallowing) {
        close(client);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no more use either way.
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "silent-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
