package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.alarm.TrialDesk.Outcome;
import careplanhub.office.ConfigurationException;
import careplanhub.security.Certificates;
import careplanhub.security.TestAuthority;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of alarms against real servers: who is talked to, who is not, and what is told. */
class AlarmTrialTest {
  private static final String ADMINISTRATOR = "kanri@kaigo.example";
  private static final String PERSON = "hanako@kaigo.example";
  private static final String KEY = "webhook-no-kagi";

  @TempDir Path folder;

  private final TestAuthority authority = TestAuthority.create("mail", Clock.systemUTC());
  private HubFolder hub;

  @BeforeEach
  void prepare() throws Exception {
    hub = new HubFolder(folder);
    Files.createDirectories(hub.config());
    Files.createDirectories(hub.routes());
    Files.createDirectories(hub.keys().resolve("secrets"));
    for (String name : List.of("alarms.yaml", "alarm-mail.yaml", "alarm-webhook.yaml")) {
      Files.copy(Path.of("routes", name), hub.routes().resolve(name));
    }
    Files.writeString(
        hub.corporation(),
        """
        corporation: 架空法人ひばり会
        offices:
          - number: "9970000001"
            name: ひばり居宅介護支援事業所
            serviceTypes: ["43"]
            people:
              - name: 架空 花子
                mail: %s
        """
            .formatted(PERSON));
    Files.writeString(
        hub.keys().resolve("authority-of-mail.pem"), Certificates.toPem(authority.certificate()));
    secret("alarm-mail", SmtpServer.PASSWORD);
    secret("alarm-webhook", KEY);
  }

  private void secret(String name, String text) throws Exception {
    Files.writeString(hub.keys().resolve("secrets").resolve(name), text + "\n");
  }

  private void useMail(String host, int port, String security, String administrator)
      throws Exception {
    Files.writeString(
        hub.settings(),
        """
        alarms:
          mail:
            host: %s
            port: %d
            security: %s
            authorities: authority-of-mail.pem
            user: %s
            from: hub@kaigo.example
            administrators: [%s]
            connectTimeout: 5s
            answerTimeout: 10s
        """
            .formatted(host, port, security, SmtpServer.USER, administrator));
  }

  private void useWebhook(String host, int port) throws Exception {
    Files.writeString(
        hub.settings(),
        """
        alarms:
          webhook:
            url: https://%s:%d/alarms
            authorities: authority-of-mail.pem
            connectTimeout: 5s
            answerTimeout: 10s
        """
            .formatted(host, port));
  }

  private List<Outcome> run(boolean everybody) throws Exception {
    return AlarmTrial.run(folder, everybody, Clock.systemUTC());
  }

  private String trouble() throws Exception {
    List<Outcome> outcomes = run(false);
    assertEquals(1, outcomes.size(), outcomes.toString());
    return outcomes.get(0).trouble();
  }

  private SmtpServer mailServer(SmtpServer.Security security) throws Exception {
    return SmtpServer.start("127.0.0.1", security, authority.issueServer());
  }

  @Test
  void aMailGoesOutWithStarttls() throws Exception {
    try (SmtpServer server = mailServer(SmtpServer.Security.STARTTLS)) {
      useMail("127.0.0.1", server.port(), "starttls", ADMINISTRATOR);
      assertEquals("", trouble());

      MimeMessage mail = server.mailsTo(ADMINISTRATOR).get(0);
      assertEquals("【連携ハブ】知らせの試験", mail.getSubject());
      assertTrue(mail.getContent().toString().contains("架空法人ひばり会"), "the text is Japanese");
      assertEquals("hub@kaigo.example", mail.getFrom()[0].toString());
    }
  }

  @Test
  void aMailGoesOutOverTlsToEverybodyWhoIsToBeTold() throws Exception {
    try (SmtpServer server = mailServer(SmtpServer.Security.TLS)) {
      useMail("127.0.0.1", server.port(), "tls", ADMINISTRATOR);
      List<Outcome> outcomes = run(true);

      assertEquals(2, outcomes.size());
      assertTrue(outcomes.stream().allMatch(Outcome::isTaken), outcomes.toString());
      assertEquals(1, server.mailsTo(ADMINISTRATOR).size());
      assertEquals(1, server.mailsTo(PERSON).size());
    }
  }

  @Test
  void aServerWithoutTlsGetsNothing() throws Exception {
    for (String security : List.of("starttls", "tls")) {
      try (SmtpServer server = mailServer(SmtpServer.Security.NONE)) {
        useMail("127.0.0.1", server.port(), security, ADMINISTRATOR);
        assertTrue(trouble().contains("暗号化（TLS）に応じません"), security);
        assertEquals(0, server.count());
      }
    }
  }

  @Test
  void aServerOfAnotherAuthorityGetsNothing() throws Exception {
    TestAuthority another = TestAuthority.create("another", Clock.systemUTC());
    for (SmtpServer.Security security :
        List.of(SmtpServer.Security.STARTTLS, SmtpServer.Security.TLS)) {
      try (SmtpServer server = SmtpServer.start("127.0.0.1", security, another.issueServer())) {
        useMail("127.0.0.1", server.port(), word(security), ADMINISTRATOR);
        assertTrue(trouble().contains("証明書を確かめられません"), word(security));
        assertEquals(0, server.count());
      }
    }
  }

  @Test
  void aServerOfAnotherNameGetsNothing() throws Exception {
    for (SmtpServer.Security security :
        List.of(SmtpServer.Security.STARTTLS, SmtpServer.Security.TLS)) {
      try (SmtpServer server = SmtpServer.start("127.0.0.2", security, authority.issueServer())) {
        useMail("127.0.0.2", server.port(), word(security), ADMINISTRATOR);
        assertTrue(trouble().contains("証明書を確かめられません"), word(security));
        assertEquals(0, server.count());
      }
    }
  }

  private static String word(SmtpServer.Security security) {
    return security == SmtpServer.Security.TLS ? "tls" : "starttls";
  }

  @Test
  void aServerThatTheAuthoritiesOfJavaDoNotKnowGetsNothing() throws Exception {
    try (SmtpServer server = mailServer(SmtpServer.Security.TLS)) {
      useMail("127.0.0.1", server.port(), "tls", ADMINISTRATOR);
      Files.writeString(
          hub.settings(),
          Files.readString(hub.settings()).replace("authority-of-mail.pem", "\"\""));
      assertTrue(trouble().contains("証明書を確かめられません"));
      assertEquals(0, server.count());
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressAreTold() throws Exception {
    try (SmtpServer server = mailServer(SmtpServer.Security.STARTTLS)) {
      useMail("127.0.0.1", server.port(), "starttls", SmtpServer.UNKNOWN_ADDRESS);
      assertTrue(trouble().contains("宛先か差出人を断りました"));
      secret("alarm-mail", "chigau");
      assertTrue(trouble().contains("ログインを断られました"));
      assertEquals(0, server.count());
    }
  }

  @Test
  void aServerThatIsNotThereIsTold() throws Exception {
    SmtpServer server = mailServer(SmtpServer.Security.STARTTLS);
    server.close();
    useMail("127.0.0.1", server.port(), "starttls", ADMINISTRATOR);
    assertTrue(trouble().contains("つながりません"));
  }

  @Test
  void aWebhookGetsSignedJson() throws Exception {
    try (WebhookServer server = WebhookServer.start("127.0.0.1", authority.issueServer())) {
      useWebhook("127.0.0.1", server.port());
      assertEquals("", trouble());

      WebhookServer.Request request = server.requests().get(0);
      JsonNode json = new ObjectMapper().readTree(request.body());
      assertTrue(json.get("test").asBoolean());
      assertFalse(json.get("id").asText().isEmpty());
      assertEquals(
          "sha256=" + signature(request.headers().get("X-careplanhub-time"), request.body()),
          request.headers().get("X-careplanhub-signature"));
    }
  }

  private static String signature(String time, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aWebhookThatRefusesOrIsNotItselfIsTold() throws Exception {
    try (WebhookServer server = WebhookServer.start("127.0.0.1", authority.issueServer());
        WebhookServer other = WebhookServer.start("127.0.0.2", authority.issueServer())) {
      useWebhook("127.0.0.1", server.port());
      server.answerWith(500);
      assertTrue(trouble().contains("送り先が受け取りませんでした"));
      server.answerWith(302);
      assertTrue(trouble().contains("送り先が受け取りませんでした"));
      useWebhook("127.0.0.2", other.port());
      assertTrue(trouble().contains("証明書を確かめられません"));
      assertEquals(0, other.requests().size());
    }
  }

  @Test
  void nothingIsPostedUnsigned() throws Exception {
    try (WebhookServer server = WebhookServer.start("127.0.0.1", authority.issueServer())) {
      useWebhook("127.0.0.1", server.port());
      Files.delete(hub.keys().resolve("secrets").resolve("alarm-webhook"));
      assertTrue(trouble().contains("署名の鍵がありません"));
      assertEquals(0, server.requests().size());
    }
  }

  @Test
  void anAddressInTheClearIsASettingThatIsRefused() throws Exception {
    Files.writeString(hub.settings(), "alarms:\n  webhook:\n    url: http://127.0.0.1/alarms\n");
    ConfigurationException refused = assertThrows(ConfigurationException.class, () -> run(false));
    assertTrue(refused.getMessage().contains("https://"), refused.getMessage());
  }

  @Test
  void whoHasNobodyToTellIsToldSo() throws Exception {
    assertEquals(List.of(), run(true));
  }
}
