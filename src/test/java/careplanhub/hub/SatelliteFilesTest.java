package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Care software of an office's places writes files of the standard apart. The partner gets one
 * result of all places, and a delete of one place takes nothing of another. The steps follow one
 * another as in a month.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SatelliteFilesTest {
  private static final Charset MS932 = Charset.forName("windows-31j");

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

  @Test
  @Order(1)
  void filesOfTwoPlacesBecomeOneUnderTheLaterSerial() throws Exception {
    drop(HOME_HELP, "outbox-1", "20261101100000", "A  0900", "C  1000");
    drop(HOME_HELP, "outbox", "20261101090000", "A  1300", "B  1400");

    assertEquals(
        List.of("A  1300", "B  1400", "A 1 0900", "C 1 1000"),
        arrived(HOME_HELP, "20261101100000"));
    assertEquals(1, inbox("UPJSK", HOME_HELP).size());
  }

  @Test
  @Order(2)
  void aFileOfSomeUsersOfOnePlaceIsSentWithEverythingThatWasSentBefore() throws Exception {
    drop(HOME_HELP, "outbox-1", "20261102100000", "C  1030");

    assertEquals(
        List.of("A  1300", "B  1400", "A 1 0900", "C 1 1030"),
        arrived(HOME_HELP, "20261102100000"));
  }

  @Test
  @Order(3)
  void aDeleteOfOnePlaceBecomesAnUpdateForWhomAnotherPlaceHas() throws Exception {
    String name = name("DLTJSK", HOME_HELP, "20261103100000");
    Files.writeString(
        world.folder(HOME_HELP, "outbox-1").resolve(name), delete('A') + delete('C'), MS932);

    Path delete = world.await(PARTNER_SUPPORT, "inbox", name);
    assertEquals(delete('C'), Files.readString(delete, MS932));
    world.await("the update has come", () -> inbox("UPJSK", HOME_HELP).size() == 3);
    assertEquals(List.of("A  1300", "B  1400"), rows(inbox("UPJSK", HOME_HELP).get(2)));
  }

  @Test
  @Order(4)
  void whereNoSatelliteIsConfiguredAPersonDecidesAboutAFileWithoutTheOthers() throws Exception {
    drop(DAY_CARE, "outbox", "20261101090000", "A 1 0900");
    assertEquals(List.of("A 1 0900"), arrived(DAY_CARE, "20261101090000"));

    drop(DAY_CARE, "outbox", "20261101100000", "A  1300");
    world.await("a question is asked", () -> !questions().isEmpty());
    assertFalse(
        Files.exists(
            world
                .folder(PARTNER_SUPPORT, "inbox")
                .resolve(name("UPJSK", DAY_CARE, "20261101100000"))));
    world.first().books().questions().answer(questions().get(0), 0, Answers.MERGE, "test");

    assertEquals(List.of("A  1300", "A 1 0900"), arrived(DAY_CARE, "20261101100000"));
  }

  @Test
  @Order(5)
  void aFileWithAllPlacesPassesAsItIs() throws Exception {
    drop(DAY_CARE, "outbox", "20261104090000", "B  0900", "C 1 1000");

    assertEquals(List.of("B  0900", "C 1 1000"), arrived(DAY_CARE, "20261104090000"));
  }

  private static List<Question> questions() {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == Question.Kind.OTHER_SATELLITES)
        .toList();
  }

  private static List<String> arrived(SyntheticOffice from, String serial) throws Exception {
    return rows(world.await(PARTNER_SUPPORT, "inbox", name("UPJSK", from, serial)));
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, MS932)) {
      String[] fields = line.split(",", -1);
      char user = (char) ('A' - 1 + Integer.parseInt(fields[2].substring(9)));
      rows.add(user + " " + fields[21] + " " + fields[11]);
    }
    return rows;
  }

  private static List<Path> inbox(String kind, SyntheticOffice from) throws IOException {
    return world.files(PARTNER_SUPPORT, "inbox").stream()
        .filter(file -> file.getFileName().toString().startsWith(kind + "_202610_" + from.number()))
        .toList();
  }

  private static String name(String kind, SyntheticOffice from, String serial) {
    return kind
        + "_202610_"
        + from.number()
        + "_"
        + from.type()
        + "_"
        + PARTNER_SUPPORT.number()
        + "_43_"
        + serial
        + ".CSV";
  }

  /** Drops a result: user, satellite and start of each row. */
  private static void drop(SyntheticOffice from, String outbox, String serial, String... visits)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (String visit : visits) {
      String[] parts = visit.split(" ", -1);
      text.append(
          "202407,999901,%s,20261101,202610,%s,\"計画 花子\",250,,20261005,,%s,%s59,1,%s1111,,,\"\",,%s,\"架空\",%s,0,%s,\r\n"
              .formatted(
                  numberOf(visit.charAt(0)),
                  PARTNER_SUPPORT.number(),
                  parts[2],
                  parts[2].substring(0, 2),
                  from.type(),
                  from.number(),
                  parts[1],
                  from.number()));
    }
    Files.writeString(world.folder(from, outbox).resolve(name("UPJSK", from, serial)), text, MS932);
  }

  private static String delete(char user) {
    return "202407,999901," + numberOf(user) + ",202610," + HOME_HELP.number() + ",11\r\n";
  }

  private static String numberOf(char user) {
    return "99%08d".formatted(user - 'A' + 1);
  }
}
