package careplanhub.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what a stranger gets, over real HTTP. */
class AdminServerTest {
  @TempDir static Path folder;
  private static RunningAdmin admin;
  private final AdminClient client = admin.client();

  @BeforeAll
  static void start() throws Exception {
    admin = RunningAdmin.start(folder, "admin-server-test");
  }

  @AfterAll
  static void stop() {
    admin.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hawtio/jolokia",
        "hawtio/jolokia/version",
        "hawtio/jolokia/list",
        "hawtio/jolokia/read/java.lang:type=Memory",
        "hawtio/jolokia/",
        "hawtio//jolokia/list",
        "hawtio/./jolokia/list",
        "hawtio/static/../jolokia/list",
        "hawtio/jolokia;x=y/list",
        "hawtio/%6Aolokia/list",
      })
  void nothingIsToldWithoutLogin(String path) throws Exception {
    HttpResponse<String> answer = client.get(path);
    assertTrue(answer.statusCode() >= 300, path + " gave " + answer.statusCode());
    assertFalse(answer.body().contains("java.lang"), answer.body());
  }

  @Test
  void jolokiaIsForbiddenWithoutLogin() throws Exception {
    assertEquals(403, client.get("hawtio/jolokia/list").statusCode());
    assertEquals(403, client.post("hawtio/jolokia", Map.of("type", "list")).statusCode());
  }

  @Test
  void aWrongPasswordOrNameIsForbidden() throws Exception {
    assertEquals(403, client.login("admin", "wrong").statusCode());
    assertEquals(403, client.login("nobody", RunningAdmin.PASSWORD).statusCode());
    assertEquals(403, client.login("somebody", "").statusCode());
    assertEquals(403, client.get("hawtio/jolokia/list").statusCode());
  }

  @Test
  void attemptsAreSlowedDown() throws Exception {
    int last = 0;
    for (int attempt = 0; attempt < 8 && last != 429; attempt++) {
      last = client.login("guessed", "wrong").statusCode();
    }
    assertEquals(429, last);
  }

  @Test
  void theSessionCookieIsForThisSiteAndNotForScripts() throws Exception {
    HttpResponse<String> answer = client.login("admin", RunningAdmin.PASSWORD);
    assertEquals(200, answer.statusCode());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    assertEquals(200, client.get("hawtio/jolokia/version").statusCode());
    assertEquals(302, client.get("hawtio/auth/logout").statusCode());
    assertEquals(403, client.get("hawtio/jolokia/version").statusCode());
  }

  @Test
  void everyAnswerHasTheSecurityHeadersAndHidesTheServersVersion() throws Exception {
    for (String path : new String[] {"hawtio/login", "health", "metrics", "nothing"}) {
      HttpResponse<String> answer = client.get(path);
      assertTrue(answer.headers().firstValue("Server").isEmpty(), path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.contains("script-src 'self';"), policy);
      assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElseThrow(), path);
    }
  }

  @Test
  void aLoginEndsTheSessionBeforeIt() throws Exception {
    HttpCookie before = sessionOf(client.login("admin", RunningAdmin.PASSWORD));
    HttpCookie after = sessionOf(client.login("admin", RunningAdmin.PASSWORD));
    assertNotEquals(before.getValue(), after.getValue());
    AdminClient planted = admin.client();
    HttpResponse<String> answer =
        planted.send(
            planted
                .request("hawtio/jolokia/list")
                .header("Cookie", before.getName() + "=" + before.getValue()));
    assertEquals(403, answer.statusCode());
  }

  @Test
  void pagesOfOtherOriginsMayNotRead() throws Exception {
    AdminClient loggedIn = admin.loggedIn();
    HttpResponse<String> answer =
        loggedIn.send(
            loggedIn.request("hawtio/jolokia/version").header("Origin", "http://127.0.0.1:1"));
    assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    HttpResponse<String> preflight =
        client.send(
            client
                .request("hawtio/jolokia/list")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://127.0.0.1:1")
                .header("Access-Control-Request-Method", "GET"));
    assertEquals(405, preflight.statusCode());
    assertTrue(preflight.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
  }

  @Test
  void aRequestThatNamesAnotherHostIsRefused() throws Exception {
    String answer = answerTo("GET /health HTTP/1.1\r\nHost: evil.example\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 421 "), answer);
  }

  /** Sends the head of a request only, and reads until the server hangs up. */
  private static String answerTo(String head) throws IOException {
    int port = admin.server().address().getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  @Test
  void aTooLongRequestIsRefused() throws Exception {
    String answer =
        answerTo(
            "POST /hawtio/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
  }

  @Test
  void twoServersInOneProcessHaveTheirOwnUsers() throws Exception {
    try (AdminServer second = admin.second("another password", Duration.ofMinutes(5))) {
      AdminClient other = new AdminClient(second.address());
      assertEquals(200, other.login("other", "another password").statusCode());
      assertEquals(403, other.login("admin", RunningAdmin.PASSWORD).statusCode());
      assertEquals(403, client.login("other", "another password").statusCode());
    }
    assertEquals(200, client.login("admin", RunningAdmin.PASSWORD).statusCode());
    assertEquals(200, client.get("hawtio/jolokia/version").statusCode());
  }

  /** Hawtio's page asks Jolokia every few seconds; that alone must not keep a login alive. */
  @Test
  void aLoginEndsWhenNobodyDoesAnything() throws Exception {
    try (AdminServer second = admin.second("another password", Duration.ofSeconds(1))) {
      AdminClient other = new AdminClient(second.address());
      assertEquals(200, other.login("other", "another password").statusCode());
      Eventually.is(403, () -> other.get("hawtio/jolokia/version"));
    }
  }

  private static HttpCookie sessionOf(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode());
    return HttpCookie.parse(answer.headers().firstValue("Set-Cookie").orElseThrow()).get(0);
  }
}
