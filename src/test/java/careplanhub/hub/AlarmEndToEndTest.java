package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.ledger.EvidenceVerifier;
import careplanhub.security.Certificates;
import careplanhub.security.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole hub with something wrong tells its administrator by mail, over TLS. */
class AlarmEndToEndTest {
  private static final String ADMINISTRATOR = "kanri@kaigo.example";

  @TempDir Path folder;

  @Test
  void whatIsWrongAndThatItIsOverComesByMail() throws Exception {
    TestAuthority authority = TestAuthority.create("mail", Clock.systemUTC());
    try (SmtpServer mail =
            SmtpServer.start("127.0.0.1", SmtpServer.Security.STARTTLS, authority.issueServer());
        HubWorld world = HubWorld.start(folder, hub -> prepare(hub, mail, authority))) {
      Path broken = folder.resolve("first/routes/broken.yaml");
      world.await("what is wrong is told", () -> !mail.mailsTo(ADMINISTRATOR).isEmpty());
      String told = mail.mailsTo(ADMINISTRATOR).get(0).getContent().toString();
      assertTrue(told.contains("broken.yaml"), told);

      Files.delete(broken);
      world.await("that it is over is told", () -> mail.mailsTo(ADMINISTRATOR).size() == 2);
      String over = mail.mailsTo(ADMINISTRATOR).get(1).getContent().toString();
      assertTrue(over.contains("broken.yaml") || over.contains("終わった"), over);
      assertTrue(EvidenceVerifier.verify(folder.resolve("first")).fault().isEmpty());
    }
  }

  private static void prepare(Path hub, SmtpServer mail, TestAuthority authority) throws Exception {
    Files.writeString(hub.resolve("routes/broken.yaml"), "- route: {");
    Files.writeString(
        hub.resolve("keys/authority-of-mail.pem"), Certificates.toPem(authority.certificate()));
    Files.createDirectories(hub.resolve("keys/secrets"));
    Files.writeString(hub.resolve("keys/secrets/alarm-mail"), SmtpServer.PASSWORD);
    Files.writeString(
        hub.resolve("config/hub.yaml"),
        """
        alarms:
          checkInterval: 1s
          settleTime: 1s
          interval: 1s
          mail:
            host: 127.0.0.1
            port: %d
            security: starttls
            authorities: authority-of-mail.pem
            user: %s
            from: hub@kaigo.example
            administrators: [%s]
        """
            .formatted(mail.port(), SmtpServer.USER, ADMINISTRATOR),
        StandardOpenOption.APPEND);
  }
}
