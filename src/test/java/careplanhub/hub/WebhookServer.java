package careplanhub.hub;

import careplanhub.security.OfficeKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** An HTTPS service on this machine that keeps what is posted to it. */
final class WebhookServer implements AutoCloseable {
  /** A request as it came. */
  record Request(Map<String, String> headers, String body) {}

  private final HttpsServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 204;

  private WebhookServer(HttpsServer server) {
    this.server = server;
  }

  static WebhookServer start(String address, OfficeKey key) throws Exception {
    HttpsServer https = HttpsServer.create(new InetSocketAddress(address, 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(SmtpServer.context(key)));
    WebhookServer server = new WebhookServer(https);
    https.createContext("/alarms", server::answer);
    https.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (status == 204) {
      requests.add(new Request(headers, body));
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** The status of all answers from now on; what is answered otherwise than 204 is not kept. */
  void answerWith(int newStatus) {
    status = newStatus;
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
