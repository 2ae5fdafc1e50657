package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static careplanhub.hub.HubWorld.SUPPORT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.standard.FileName;
import careplanhub.store.ContentId;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What staff see of the hub: what they drop, what arrives, what comes back to them with a reason,
 * what they are asked.
 */
class HubEndToEndTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

  /** Synthetic 被保険者番号, and names of files that offices dropped. */
  private static final Pattern PERSONAL =
      Pattern.compile("9900[0-9]{6}|jittai_|weather|\\.csv|\\.CSV");

  /** How many arrivals the tests noted themselves, past every route. */
  private static final AtomicInteger UNCHECKED = new AtomicInteger();

  @TempDir static Path folder;
  private static HubWorld world;

  /** Everything that the program logged while the tests ran. */
  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

  @BeforeAll
  static void start() throws Exception {
    LOGGED.start();
    logger(Logger.ROOT_LOGGER_NAME).addAppender(LOGGED);
    logger("careplanhub").setLevel(Level.INFO);
    world = HubWorld.start(folder);
  }

  @AfterAll
  static void stop() {
    world.close();
    logger("careplanhub").setLevel(null);
    logger(Logger.ROOT_LOGGER_NAME).detachAppender(LOGGED);
    List<String> lines = LOGGED.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains("delivered")), "the log was heard");
    lines.forEach(
        line -> assertFalse(PERSONAL.matcher(line).find(), "a log names users or files: " + line));
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  @Test
  void aResultReachesThePartnerByteForByteAndAllThreeLightsGoOn() throws Exception {
    GeneratedFile file = result(DAY_CARE, PARTNER_SUPPORT);
    world.drop(DAY_CARE, file.name(), file.content());

    Path arrived = world.await(PARTNER_SUPPORT, "inbox", file.name());
    assertArrayEquals(file.content(), Files.readAllBytes(arrived));
    world.await(
        "the parcel is closed",
        () ->
            world.first().books().parcels().sentBy(DAY_CARE.number(), 10).stream()
                .anyMatch(
                    parcel ->
                        parcel.state() == Parcel.State.CLOSED
                            && parcel.files().get(0).name().equals(file.name())));
    Path list = world.folder(DAY_CARE, "送信一覧.csv");
    world.await(
        "the sent list shows it",
        () -> Files.exists(list) && Files.readString(list).contains(file.name()));
    assertTrue(Files.readString(list).startsWith("\uFEFF送信日時,メッセージ,送信先事業所,サービス種類"));
    Path received = world.folder(PARTNER_SUPPORT, "受信一覧.html");
    world.await(
        "the received list shows it",
        () -> Files.exists(received) && Files.readString(received).contains(file.name()));
  }

  @Test
  void aFileThatNamesAnotherSenderIsRefused() throws Exception {
    GeneratedFile file = result(HOME_HELP, SUPPORT);
    world.drop(DAY_CARE, file.name(), file.content());

    world.await(DAY_CARE, "error", file.name());
    String reason = Files.readString(world.await(DAY_CARE, "error", file.name() + ".txt"));
    assertTrue(reason.contains("HUB-02"), reason);
  }

  @Test
  void aFileThatNobodyKnowsIsRefusedAndKept() throws Exception {
    byte[] content = "天気,晴れ\r\n".getBytes(UTF_8);
    world.drop(DAY_CARE, "weather.csv", content);

    Path refused = world.await(DAY_CARE, "error", "weather.csv");
    assertArrayEquals(content, Files.readAllBytes(refused));
    assertTrue(
        Files.readString(world.await(DAY_CARE, "error", "weather.csv.txt")).contains("HUB-01"));
  }

  @Test
  void aSlipWithoutItsCompanionsWaitsForThemAndIsRefusedInTheEnd() throws Exception {
    GeneratedUnit slip =
        MONTH
            .units(UnitKind.SLIP)
            .filter(unit -> unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow();
    GeneratedFile alone = slip.files().get(0);
    world.drop(slip.from(), alone.name(), alone.content());

    world.await(slip.from(), "error", alone.name());
    String reason = Files.readString(world.await(slip.from(), "error", alone.name() + ".txt"));
    assertTrue(reason.contains("HUB-06"), reason);
  }

  @Test
  void oneUserInErrorHoldsTheFileUntilAPersonLetsTheOthersGo() throws Exception {
    GeneratedFile file = result(DAY_CARE, SUPPORT);
    String[] lines = new String(file.content(), MS932).split("\r\n", 0);
    String user = lines[0].split(",", -1)[2];
    lines[0] = lines[0].replaceFirst(",20[0-9]{6},", ",20261399,");
    byte[] damaged = (String.join("\r\n", lines) + "\r\n").getBytes(MS932);
    world.drop(DAY_CARE, file.name(), damaged);

    world.await("a question is asked", () -> question(Question.Kind.USERS_WITH_ERRORS).isPresent());
    Question question = question(Question.Kind.USERS_WITH_ERRORS).orElseThrow();
    assertFalse(Files.exists(world.folder(SUPPORT, "inbox").resolve(file.name())));
    FilledSheet.fill(world.await(DAY_CARE, "要確認", question.id() + ".csv"), Answers.SEND_OTHERS);

    String arrived = Files.readString(world.await(SUPPORT, "inbox", file.name()), MS932);
    assertFalse(arrived.contains(user), "the user in error stays behind");
    assertTrue(arrived.lines().count() > 0);
    Path sheet = world.folder(DAY_CARE, "要確認").resolve(question.id() + ".csv");
    world.await("the sheet is put away", () -> Files.notExists(sheet));
  }

  @Test
  void anExportWaitsForThePersonWhoKnowsTheSupportOffice() throws Exception {
    GeneratedFile export = MONTH.jittaiExport(HOME_HELP);
    world.drop(HOME_HELP, export.name(), export.content());
    world.await("a question is asked", () -> question(Question.Kind.SUPPORT_OFFICE).isPresent());
    Question question = question(Question.Kind.SUPPORT_OFFICE).orElseThrow();

    FilledSheet.fill(
        world.await(HOME_HELP, "要確認", question.id() + ".csv"), PARTNER_SUPPORT.number().value());

    String beginning = "UPJSK_202611_" + HOME_HELP.number();
    world.await(
        "the result arrives",
        () ->
            world.files(PARTNER_SUPPORT, "inbox").stream()
                .anyMatch(file -> file.getFileName().toString().startsWith(beginning)));
    world.await(HOME_HELP, "done", question.id() + ".csv");
  }

  @Test
  void aReceivedFileWithErrorsIsDeliveredAsItCameBesideItsReason() throws Exception {
    String name = result(HOME_HELP, SUPPORT).name().replaceFirst("[0-9]{14}", "20261215101010");
    byte[] broken = "202407,990001,9900000001\r\n".getBytes(MS932);
    packUnchecked(HOME_HELP, name, broken);

    Path arrived = world.await(SUPPORT, "inbox", name);
    assertArrayEquals(broken, Files.readAllBytes(arrived));
    String reason = Files.readString(world.await(SUPPORT, "inbox", name + ".txt"));
    assertTrue(reason.contains("READ-08"), reason);
  }

  @Test
  void anAddresseeThatTheRelayDoesNotKnowIsAPersonsToDecide() throws Exception {
    String name =
        result(HOME_HELP, SUPPORT)
            .name()
            .replace("_202611_", "_202610_")
            .replace(SUPPORT.number().value(), "9999999999")
            .replaceFirst("[0-9]{14}", "20261216101010");
    packUnchecked(HOME_HELP, name, result(HOME_HELP, SUPPORT).content());

    world.await(
        "somebody is to telephone", () -> question(Question.Kind.CONFIRM_PARTNER).isPresent());
    Question confirm = question(Question.Kind.CONFIRM_PARTNER).orElseThrow();
    assertEquals("9999999999", confirm.subject());
    assertEquals(
        Parcel.State.WAITING,
        world.first().books().parcels().sentBy(HOME_HELP.number(), 1).get(0).state());
    FilledSheet.fill(
        world.await(HOME_HELP, "要確認", confirm.id() + ".csv"), Answers.CONFIRMED + "　架空花子");

    world.await(
        "a question is asked", () -> question(Question.Kind.REFUSED_BY_CHANNEL).isPresent());
  }

  @Test
  void hawtioShowsAsManyTakenFilesAsTheLedgerHas() throws Exception {
    GeneratedUnit plan =
        MONTH
            .plans()
            .filter(unit -> unit.from().equals(SUPPORT) && unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow();
    for (GeneratedFile file : plan.files()) {
      world.drop(SUPPORT, file.name(), file.content());
    }
    world.await(DAY_CARE, "inbox", plan.files().get(0).name());

    AdminClient administrator = world.administrator();
    world.await(
        "the routes' counts are the ledger's",
        () ->
            completed(administrator, "outbox-*")
                == world.first().books().arrivals().count().arrivals() - UNCHECKED.get());
    String metrics = administrator.get("metrics").body();
    assertTrue(metrics.contains("careplanhub_parcels{state=\"CLOSED\"}"), metrics);
    assertEquals(
        403,
        new AdminClient(world.first().adminAddress())
            .post("hawtio/jolokia", Map.of())
            .statusCode());
  }

  private static long completed(AdminClient administrator, String routes) throws Exception {
    JsonNode answer =
        administrator.jolokia(
            Map.of(
                "type",
                "read",
                "mbean",
                "org.apache.camel:context=hub-first,type=routes,name=\"" + routes + "\"",
                "attribute",
                "ExchangesCompleted"));
    long completed = 0;
    for (JsonNode route : answer.get("value")) {
      completed += route.get("ExchangesCompleted").asLong();
    }
    return completed;
  }

  private static GeneratedFile result(SyntheticOffice from, SyntheticOffice to) {
    return MONTH
        .results()
        .filter(unit -> unit.from().equals(from) && unit.to().equals(to))
        .findFirst()
        .orElseThrow()
        .files()
        .get(0);
  }

  private static Optional<Question> question(Question.Kind kind) {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == kind)
        .findFirst();
  }

  /** Puts a parcel into the ledger past the checks, as a partner's other program might send it. */
  private static void packUnchecked(SyntheticOffice from, String name, byte[] content)
      throws Exception {
    Books books = world.first().books();
    FileName parsed = FileName.parse(name);
    ContentId kept = books.vault().put(content);
    UNCHECKED.incrementAndGet();
    books
        .arrivals()
        .take(
            new Arrivals.Found(
                from.number(),
                "UPPLAN" + name.substring(name.indexOf('_')),
                kept,
                content.length,
                name,
                Duration.ofDays(1)));
    OutgoingUnit unit =
        books.units().open(from.number()).stream()
            .filter(open -> open.key().equals(name))
            .findFirst()
            .orElseThrow();
    Parcel parcel =
        new Parcel(
            UUID.randomUUID().toString(),
            unit.id(),
            from.number(),
            parsed.to(),
            parsed.serial(),
            "relay",
            Parcel.State.READY,
            Instant.now(),
            0,
            List.of(new Parcel.ParcelEntry(name, kept, "202407")),
            null,
            null,
            null);
    books.parcels().pack(unit, List.of(parcel), Map.of());
  }
}
