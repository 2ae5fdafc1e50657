package careplanhub.channel;

import careplanhub.relay.RelayFixture;
import careplanhub.relay.RelayServer;
import careplanhub.security.OfficeKey;
import careplanhub.security.Tls;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A way to a real relay that ends the TLS of both sides and spoils answers: the relay has done what
 * it was asked, and the client does not learn it as it should. Which calls are spoiled is told by
 * their paths.
 */
final class FaultyRelayWay implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpClient> clients;
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile int relayPort;
  private volatile Predicate<String> spoiled = path -> false;
  private volatile Fault fault = (exchange, answer) -> {};

  /** What becomes of an answer. */
  @FunctionalInterface
  interface Fault {
    void answer(HttpExchange exchange, byte[] answer) throws IOException;
  }

  FaultyRelayWay(RelayFixture fixture, RelayServer relay) throws Exception {
    relayPort = relay.port();
    OfficeKey key = OfficeKey.load(fixture.keys().relay(), RelayFixture.KEY_PASSWORD);
    clients =
        Stream.of(fixture.helpers(), fixture.support())
            .collect(
                Collectors.toMap(
                    OfficeKey::fingerprint,
                    office ->
                        HttpClient.newBuilder()
                            .sslContext(
                                Tls.clientContext(office, fixture.authority().certificate()))
                            .build()));
    SSLContext tls = Tls.serverContext(() -> key, fixture.keys().followingTrust());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters strict = tls.getDefaultSSLParameters();
            strict.setNeedClientAuth(true);
            parameters.setSSLParameters(strict);
          }
        });
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Calls whose path ends like this are spoiled from now on. */
  void spoil(String ending, Fault how) {
    fault = how;
    spoiled = path -> path.endsWith(ending);
  }

  void heal() {
    spoiled = path -> false;
  }

  /** The relay listens on another port now. */
  void leadTo(RelayServer relay) {
    relayPort = relay.port();
  }

  /** The answer is cut in its middle. */
  static void cut(HttpExchange exchange, byte[] answer) throws IOException {
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer, 0, answer.length / 2);
    exchange.getResponseBody().flush();
    throw new IOException("cut off on purpose");
  }

  /** In the answer's place comes 502. */
  static void badGateway(HttpExchange exchange, byte[] answer) throws IOException {
    exchange.sendResponseHeaders(502, -1);
  }

  /** The answer is held back until the way is closed. */
  void hold(HttpExchange exchange, byte[] answer) throws IOException {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("held back to the end");
  }

  /** In the answer's place comes a business error. */
  static Fault businessError(String code, String message) {
    return (exchange, answer) ->
        whole(
            exchange,
            200,
            RelayJson.MAPPER.writeValueAsBytes(Map.of("errorCode", code, "message", message)));
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      X509Certificate caller =
          (X509Certificate) ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
      HttpClient client = clients.get(OfficeKey.fingerprint(caller));
      URI asked = exchange.getRequestURI();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + relayPort + asked))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (token != null) {
        request.header("Authorization", token);
      }
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (spoiled.test(asked.getPath())) {
        fault.answer(exchange, answer.body());
      } else {
        whole(exchange, answer.statusCode(), answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
