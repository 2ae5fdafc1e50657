package careplanhub.relay;

import careplanhub.security.OfficeKey;
import careplanhub.security.Tls;
import careplanhub.security.Trust;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A client that knows nothing of the hub: the JDK's, speaking JSON as the description says. */
final class RelayClient {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String address;
  private @Nullable String accessToken;
  private @Nullable String refreshToken;

  RelayClient(int port, OfficeKey key, X509Certificate authority) {
    this(port, Tls.clientContext(key, authority));
  }

  RelayClient(int port, SSLContext tls) {
    this.http =
        HttpClient.newBuilder().sslContext(tls).connectTimeout(Duration.ofSeconds(10)).build();
    this.address = "https://127.0.0.1:" + port;
  }

  static RelayClient withoutCertificate(int port, X509Certificate authority) {
    return new RelayClient(port, Tls.clientContextWithoutKey(() -> Trust.in(authority)));
  }

  JsonNode login(String userId, String password) throws IOException, InterruptedException {
    JsonNode answer =
        post("/v1/login", JSON.createObjectNode().put("userId", userId).put("password", password));
    remember(answer);
    return answer;
  }

  JsonNode refresh() throws IOException, InterruptedException {
    JsonNode answer = post("/v1/token", JSON.createObjectNode().put("refreshToken", refreshToken));
    remember(answer);
    return answer;
  }

  /** The access token, to try it elsewhere. */
  @Nullable String accessToken() {
    return accessToken;
  }

  void useAccessToken(@Nullable String token) {
    accessToken = token;
  }

  JsonNode send(ObjectNode parcel) throws IOException, InterruptedException {
    return post("/v1/parcels", parcel);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return body(answer(request(path).GET().build()));
  }

  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return body(
        answer(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build()));
  }

  int statusOfGet(String path) throws IOException, InterruptedException {
    return answer(request(path).GET().build()).statusCode();
  }

  int statusOfPost(String path, String body) throws IOException, InterruptedException {
    return answer(request(path).POST(BodyPublishers.ofString(body)).build()).statusCode();
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
    return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
  }

  HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** A parcel with one result file of this content. */
  static ObjectNode result(UUID id, String from, String to, String content) {
    return parcel(id, to, "UPJSK_202604_" + from + "_11_" + to + "_43_20260501101500.CSV", content);
  }

  static ObjectNode parcel(UUID id, String to, String fileName, String content) {
    ObjectNode parcel = JSON.createObjectNode();
    parcel.put("parcelId", id.toString()).put("to", to).put("message", "4月分です");
    parcel.put("evidenceHead", "a".repeat(64));
    ArrayNode files = parcel.putArray("files");
    files
        .addObject()
        .put("name", fileName)
        .put("content", content.getBytes(StandardCharsets.UTF_8));
    return parcel;
  }

  private void remember(JsonNode answer) {
    if (answer.has("accessToken")) {
      accessToken = answer.get("accessToken").asText();
      refreshToken = answer.get("refreshToken").asText();
    }
  }

  private static JsonNode body(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("HTTP " + answer.statusCode());
    }
    return JSON.readTree(answer.body());
  }
}
