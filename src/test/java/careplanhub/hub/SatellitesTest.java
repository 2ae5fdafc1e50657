package careplanhub.hub;

import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A home help office and its satellite export サービス実態 apart; the partner gets one result of both,
 * all of it again at each correction, and a delete only of users who have nothing left. The steps
 * follow one another as in a month.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SatellitesTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String RESULT = "UPJSK_202611_" + HOME_HELP.number() + "_11_";
  private static final String DELETE = "DLTJSK_202611_" + HOME_HELP.number() + "_11_";

  @TempDir static Path folder;
  private static HubWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = HubWorld.start(folder, SatellitesTest::prepare);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  static void prepare(Path hub) throws IOException {
    Path corporation = hub.resolve("config/corporation.yaml");
    String number = "number: \"" + HOME_HELP.number() + "\"\n";
    String text = Files.readString(corporation);
    assertTrue(text.contains(number), text);
    Files.writeString(
        corporation, text.replace(number, number + "  satellites: [{ number: \"1\", name: 東 }]\n"));
    Path settings = hub.resolve("config/hub.yaml");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("unitSettleTime", "satelliteSettleTime: 8s\n  unitSettleTime"));
    Path table = hub.resolve("config/offices/" + HOME_HELP.number() + "/support-offices.csv");
    Files.createDirectories(table.getParent());
    StringBuilder lines = new StringBuilder();
    for (char user = 'A'; user <= 'C'; user++) {
      lines.append("999901,").append(numberOf(user)).append(',');
      lines.append(PARTNER_SUPPORT.number()).append('\n');
    }
    Files.writeString(table, lines);
  }

  @Test
  @Order(1)
  void exportsOfTwoPlacesBecomeOneResult() throws Exception {
    drop("outbox", "jittai.csv", "A 0900", "B 1000");
    drop("outbox-1", "jittai.csv", "A 1300", "C 1400");

    assertEquals(List.of("A  0900", "B  1000", "A 1 1300", "C 1 1400"), arrived(RESULT, 1));
  }

  @Test
  @Order(2)
  void aCorrectionOfOnePlaceSendsEverythingAgain() throws Exception {
    drop("outbox-1", "jittai2.csv", "A 1330", "C 1400");

    assertEquals(List.of("A  0900", "B  1000", "A 1 1330", "C 1 1400"), arrived(RESULT, 2));
  }

  @Test
  @Order(3)
  void aUserWhomAnotherPlaceStillHasIsUpdatedAndNotDeleted() throws Exception {
    drop("outbox", "jittai3.csv", "B 1000");

    assertEquals(List.of("B  1000", "A 1 1330", "C 1 1400"), arrived(RESULT, 3));
    assertEquals(List.of(), inbox(DELETE));
  }

  @Test
  @Order(4)
  void aUserWhoHasNothingLeftIsWithdrawnWhenAPersonSaysSo() throws Exception {
    drop("outbox-1", "jittai4.csv", "A 1330");
    answer(Answers.WITHDRAW);

    assertEquals(List.of("B  1000", "A 1 1330"), arrived(RESULT, 4));
    world.await("the delete has come", () -> inbox(DELETE).size() == 1);
    String delete = Files.readString(inbox(DELETE).get(0), MS932);
    assertEquals(
        "202407,999901," + numberOf('C') + ",202611," + HOME_HELP.number() + ",11\r\n", delete);
  }

  @Test
  @Order(5)
  void aUserWhoIsMissingInAnExportOfSomeUsersStays() throws Exception {
    drop("outbox", "jittai5.csv", "C 1500");
    answer(Answers.KEEP);

    assertEquals(List.of("B  1000", "C  1500", "A 1 1330"), arrived(RESULT, 5));
    assertEquals(1, inbox(DELETE).size());
  }

  @Test
  @Order(6)
  void aBrokenExportDoesNotStopTheOtherPlaces() throws Exception {
    drop("outbox", "jittai6.csv", "B 1010", "C 1500");
    Files.writeString(world.folder(HOME_HELP, "outbox-1").resolve("broken.csv"), "天気,晴れ\r\n");

    world.await(HOME_HELP, "error", "broken.csv");
    assertEquals(List.of("B  1010", "C  1500", "A 1 1330"), arrived(RESULT, 6));
  }

  @Test
  @Order(7)
  void twoExportsOfOnePlaceWithTheSameServiceAreRefused() throws Exception {
    drop("outbox", "one.csv", "B 1010", "C 1500");
    drop("outbox", "two.csv", "B 1010");

    world.await(HOME_HELP, "error", "one.csv");
    String reason = Files.readString(world.await(HOME_HELP, "error", "two.csv.txt"));
    assertTrue(reason.contains("HUB-07"), reason);
  }

  @Test
  @Order(8)
  void anAnswerThatComesLateDoesNotReplaceWhatWasExportedMeanwhile() throws Exception {
    drop("outbox", "old.csv", "B 1100");
    world.await("a question is asked", () -> !withdrawals().isEmpty());
    drop("outbox", "new.csv", "B 1130", "C 1500");
    assertEquals(List.of("B  1130", "C  1500", "A 1 1330"), arrived(RESULT, 7));

    answer(Answers.KEEP);

    world.await("the old export is done", () -> withdrawals().isEmpty() && nothingIsOpen());
    assertEquals(List.of("B  1130", "C  1500", "A 1 1330"), arrived(RESULT, 7));
  }

  private static boolean nothingIsOpen() {
    return world.first().books().units().open(HOME_HELP.number()).isEmpty();
  }

  private static void answer(String answer) throws Exception {
    world.await("a question is asked", () -> !withdrawals().isEmpty());
    world.first().books().questions().answer(withdrawals().get(0), 0, answer, "test");
  }

  private static List<Question> withdrawals() {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == Question.Kind.WITHDRAWAL)
        .toList();
  }

  /** The newest result after so many have come: user, satellite and start of each row. */
  private static List<String> arrived(String beginning, int count) throws Exception {
    world.await(count + " results have come", () -> inbox(beginning).size() == count);
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(inbox(beginning).get(count - 1), MS932)) {
      String[] fields = line.split(",", -1);
      char user = (char) ('A' - 1 + Integer.parseInt(fields[2].substring(9)));
      rows.add(user + " " + fields[21] + " " + fields[11]);
    }
    return rows;
  }

  private static List<Path> inbox(String beginning) throws IOException {
    return world.files(PARTNER_SUPPORT, "inbox").stream()
        .filter(file -> file.getFileName().toString().startsWith(beginning))
        .toList();
  }

  private static void drop(String outbox, String name, String... visits) throws IOException {
    Files.write(world.folder(HOME_HELP, outbox).resolve(name), export(visits));
  }

  /** サービス実態 of these visits: the user's letter and when it began. */
  static byte[] export(String... visits) {
    String exported = new String(MONTH.jittaiExport(HOME_HELP).content(), MS932);
    List<String> header = List.of(exported.substring(0, exported.indexOf("\r\n")).split(",", -1));
    StringBuilder text = new StringBuilder(String.join(",", header)).append("\r\n");
    for (String visit : visits) {
      List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
      cells.set(header.indexOf("サービス種類コード"), "11");
      cells.set(header.indexOf("サービス内容コード"), "1111");
      cells.set(header.indexOf("保険単位数"), "244");
      cells.set(header.indexOf("保険者番号"), "999901");
      cells.set(header.indexOf("被保険者番号"), numberOf(visit.charAt(0)));
      cells.set(header.indexOf("開始時間"), visit.substring(2, 4) + ":" + visit.substring(4));
      cells.set(header.indexOf("終了時間"), visit.substring(2, 4) + ":59");
      cells.set(header.indexOf("西暦日付"), "2026/11/05");
      text.append(String.join(",", cells)).append("\r\n");
    }
    return text.toString().getBytes(MS932);
  }

  private static String numberOf(char user) {
    return "99%08d".formatted(user - 'A' + 1);
  }
}
