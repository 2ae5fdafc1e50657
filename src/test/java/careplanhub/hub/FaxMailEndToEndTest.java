package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.fax.forms.FaxPicture;
import careplanhub.lab.DemoWays;
import careplanhub.lab.GeneratedFile;
import careplanhub.ledger.FaxJob;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.office.ChannelName;
import careplanhub.security.Certificates;
import careplanhub.security.TestAuthority;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that hands what it sends by FAX to a service by mail, with a real mail server. */
class FaxMailEndToEndTest {
  private static final DemoWays WAYS =
      new DemoWays(Map.of(PARTNER_SUPPORT, ChannelName.FAX), Set.of(), Set.of(), null);
  private static final String DIGITS = DemoWays.faxNumberOf(PARTNER_SUPPORT).replace("-", "");
  private static final String ADDRESS = DIGITS + "@fax.example";

  @TempDir Path folder;

  private final TestAuthority authority = TestAuthority.create("mail", Clock.systemUTC());

  @Test
  void aServiceGetsTheFormsOverTlsAndAPersonSaysThatTheyWereSent() throws Exception {
    try (SmtpServer server =
            SmtpServer.start("127.0.0.1", SmtpServer.Security.STARTTLS, authority.issueServer());
        HubWorld world = HubWorld.start(folder, WAYS, hub -> prepare(hub, server.port()))) {
      drop(world);
      checkNumber(world);
      world.await("the service gets a mail", () -> server.mailsTo(ADDRESS).size() == 1);
      FaxPicture.assertCoded(
          attached(server.mailsTo(ADDRESS).get(0)), UUID.fromString(sent(world).id()), 196);

      world.await("a person is asked", () -> question(world, Question.Kind.FAX_SENT).isPresent());
      assertEquals(Parcel.State.PREPARED, sent(world).state(), "a mail is no FAX yet");
      Question question = question(world, Question.Kind.FAX_SENT).orElseThrow();
      Path sheet = world.await(DAY_CARE, "要確認", question.id() + ".csv");
      FilledSheet.fill(sheet, "送信済み");
      world.await("the first light", () -> sent(world).state() == Parcel.State.CLOSED);
      assertEquals(1, server.count());
    }
  }

  @Test
  void nothingGoesToAServerWithoutTls() throws Exception {
    try (SmtpServer server =
            SmtpServer.start("127.0.0.1", SmtpServer.Security.NONE, authority.issueServer());
        HubWorld world = HubWorld.start(folder, WAYS, hub -> prepare(hub, server.port()))) {
      drop(world);
      checkNumber(world);
      world.await("the attempt is put off", () -> job(world).filter(this::isPutOff).isPresent());
      assertEquals(0, job(world).orElseThrow().attempt(), "the same attempt comes again");
      assertEquals(0, server.count());
      assertEquals(Parcel.State.PREPARED, sent(world).state());
      assertEquals(Optional.empty(), question(world, Question.Kind.FAX_SENT));
    }
  }

  private boolean isPutOff(FaxJob job) {
    return job.state() == FaxJob.State.WAITING && job.nextAt().isAfter(job.madeAt());
  }

  private void prepare(Path hub, int port) throws Exception {
    HubFolder own = new HubFolder(hub);
    Files.writeString(
        own.keys().resolve("authority-of-mail.pem"), Certificates.toPem(authority.certificate()));
    Files.createDirectories(own.keys().resolve("secrets"));
    Files.writeString(own.keys().resolve("secrets").resolve("fax-mail"), SmtpServer.PASSWORD);
    String settings = Files.readString(own.settings());
    int begin = settings.indexOf("faxSending:");
    assertTrue(begin > 0, "the demo's settings end with those of the FAX");
    Files.writeString(
        own.settings(),
        settings.substring(0, begin)
            + """
            faxSending:
              way: mail
              scanInterval: 200ms
              retryDelay: 1h
              mail:
                host: localhost
                port: %d
                authorities: authority-of-mail.pem
                user: %s
                from: hub@kaigo.example
                recipient: "{number}@fax.example"
                domains: [fax.example]
            """
                .formatted(port, SmtpServer.USER));
  }

  private static byte[] attached(MimeMessage mail) throws Exception {
    List<byte[]> files = new ArrayList<>();
    Multipart parts = (Multipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("image/tiff")) {
        files.add(part.getInputStream().readAllBytes());
      }
    }
    assertEquals(1, files.size());
    return files.get(0);
  }

  private static void drop(HubWorld world) throws Exception {
    for (GeneratedFile file :
        MONTH
            .results()
            .filter(unit -> unit.from().equals(DAY_CARE) && unit.to().equals(PARTNER_SUPPORT))
            .findFirst()
            .orElseThrow()
            .files()) {
      world.drop(DAY_CARE, file.name(), file.content());
    }
  }

  private static void checkNumber(HubWorld world) throws Exception {
    world.await(
        "the number is asked about",
        () -> question(world, Question.Kind.CHECK_FAX_NUMBER).isPresent());
    Question question = question(world, Question.Kind.CHECK_FAX_NUMBER).orElseThrow();
    world
        .first()
        .books()
        .questions()
        .answer(question, Map.of(0, "確認済み 架空花子", 1, "確認済み 架空太郎"), "person:test");
  }

  private static Optional<FaxJob> job(HubWorld world) {
    return world.first().books().faxJobs().find(sent(world).id());
  }

  private static Optional<Question> question(HubWorld world, Question.Kind kind) {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == kind)
        .findFirst();
  }

  private static Parcel sent(HubWorld world) {
    return world.first().books().parcels().sentBy(DAY_CARE.number(), 1).get(0);
  }
}
