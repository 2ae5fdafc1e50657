package careplanhub.relay;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Makes the Jetty server: TLS 1.3 only, a client certificate required, bounded in every way. */
final class RelayConnector {
  private static final int HEADER_BYTES = 8 * 1024;

  private RelayConnector() {}

  static Server server(RelaySettings.Listening settings, SSLContext context) {
    QueuedThreadPool threads = new QueuedThreadPool(settings.maximumThreads());
    threads.setName("relay");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    // The client checks the server's name; the relay serves one name only and needs no SNI.
    http.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls(context), "http/1.1"),
            new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idleTime().toMillis());
    server.addConnector(connector);
    server.setErrorHandler(RelayConnector::endWithoutBody);
    return server;
  }

  /** Jetty's own page would tell strangers what it stumbled over. */
  private static boolean endWithoutBody(Request request, Response response, Callback callback) {
    callback.succeeded();
    return true;
  }

  private static SslContextFactory.Server tls(SSLContext context) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(context);
    tls.setIncludeProtocols("TLSv1.3");
    tls.setNeedClientAuth(true);
    return tls;
  }
}
