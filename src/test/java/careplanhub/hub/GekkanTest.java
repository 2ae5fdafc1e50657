package careplanhub.hub;

import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
 * A home help office exports 月間スケジュール, which tells users by their names alone. What staff have said
 * of a name goes at once; a name that nobody has matched waits for a person, once, and then
 * everything is sent again. The steps follow one another as in a month.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GekkanTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String HEADER =
      "職員名１,職種１,職員名２,職種２,同行２,職員名３,職種３,同行３,事業所名,日付,曜日,利用者,業務種別,サービス内容," + "開始時間,終了時間,提供時間（分）,備考\r\n";
  private static final String RESULT = "UPJSK_202611_" + HOME_HELP.number() + "_11_";

  @TempDir static Path folder;
  private static HubWorld world;
  private static Path tables;

  @BeforeAll
  static void start() throws Exception {
    world =
        HubWorld.start(
            folder,
            hub -> {
              tables = hub.resolve("config/offices/" + HOME_HELP.number());
              Files.createDirectories(tables);
              write("services.csv", "業務種別,サービス内容,サービスコード,単位数\n訪問介護,身体１,111111,244\n");
              write("users.csv", "利用者,保険者番号,被保険者番号\n試験 一郎,999901,9900000001\n");
              write(
                  "support-offices.csv",
                  String.join(
                      "\n",
                      List.of("9900000001", "9900000002", "9900000003", "9900000004").stream()
                          .map(user -> "999901," + user + "," + PARTNER_SUPPORT.number())
                          .toList()));
            });
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  @Order(1)
  void whoIsKnownGoesAtOnceAndWhoIsNotIsAskedFor() throws Exception {
    drop("月間スケジュール_202611.csv", "試験 一郎", "試験　二郎", "試験 三郎");

    assertEquals(List.of("9900000001"), arrived(1));
    Question question = open().get(0);
    assertEquals(
        List.of("利用者「試験二郎」（1 件）はだれのことですか。", "利用者「試験三郎」（1 件）はだれのことですか。"),
        question.lines().stream().map(Question.Line::text).toList());
    Path sheet = world.await(HOME_HELP, "要確認", question.id() + ".csv");
    assertTrue(Files.readString(sheet).contains("保険者番号（6桁）と被保険者番号（10桁）"));
    String note = Files.readString(world.await(HOME_HELP, "done", "月間スケジュール_202611.csv.txt"));
    assertTrue(note.contains("VENDOR-17"), note);
  }

  @Test
  @Order(2)
  void anAnswerThatIsNoNumberIsNotTakenAndARightOneSendsTheWholeResultAgain() throws Exception {
    Question question = open().get(0);
    Path sheet = world.folder(HOME_HELP, "要確認").resolve(question.id() + ".csv");
    String asked = Files.readString(sheet);
    Files.writeString(sheet, answered(asked, "9900000002", ""));
    String remark = Files.readString(world.await(HOME_HELP, "要確認", question.id() + ".csv.txt"));
    assertTrue(remark.contains("1 行目の回答が正しくありません"), remark);

    Files.writeString(sheet, answered(asked, "９９９９０１　９９００００００02", ""));

    assertEquals(List.of("9900000001", "9900000002"), arrived(2));
    assertEquals(1, open().size(), "the other name is still asked for");
  }

  @Test
  @Order(3)
  void aNameThatWasMatchedOnceIsNotAskedForAgain() throws Exception {
    drop("月間スケジュール_202611 (2).csv", "試験 一郎", "試験 二郎", "試験 三郎");

    assertEquals(List.of("9900000001", "9900000002"), arrived(3));
    assertEquals(1, open().size(), "nobody is asked twice about one name");
  }

  @Test
  @Order(4)
  void aNameThatStaffWriteIntoTheirTableNeedsNoAnswer() throws Exception {
    write("users.csv", "利用者,保険者番号,被保険者番号\n試験 一郎,999901,9900000001\n試験 三郎,999901,9900000003\n");

    world.await("the question is answered", () -> open().isEmpty());
    world.await(
        "the third user arrives",
        () -> rows(newest()).equals(List.of("9900000001", "9900000002", "9900000003")));
  }

  @Test
  @Order(5)
  void twoUsersOfOneNameAreNeverToldApartByGuessing() throws Exception {
    write(
        "users.csv",
        """
        利用者,保険者番号,被保険者番号
        試験 一郎,999901,9900000001
        試験 三郎,999901,9900000003
        試験 三郎,999901,9900000004
        """);
    drop("月間スケジュール_202611 (3).csv", "試験 一郎", "試験 二郎", "試験 三郎");

    world.await("a question is asked", () -> open().size() == 1);
    Question question = open().get(0);
    assertTrue(question.lines().get(0).text().contains("2 人以上います"), question.lines().toString());
    world.first().books().questions().answer(question, 0, Answers.LEAVE_OUT, "test");
    world.await("nobody is asked any more", () -> open().isEmpty());
  }

  @Test
  @Order(6)
  void theEvidenceNamesTheAdapterItsVersionAndItsHash() throws Exception {
    Adapter adapter = Adapters.load(Path.of("config", "vendors")).named("gekkan").orElseThrow();

    List<String> details = HubEvidence.of(folder.resolve("first"), "packed");
    assertTrue(
        details.stream()
            .anyMatch(
                one ->
                    one.contains("gekkan " + adapter.version()) && one.contains(adapter.sha256())),
        details.toString());
    assertTrue(
        HubEvidence.of(folder.resolve("first"), "answered").stream()
            .noneMatch(one -> one.contains("9900000002")),
        "evidence names no user");
  }

  private static List<Question> open() {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == Question.Kind.WHO_IS_MEANT)
        .toList();
  }

  /** The sheet with one answer for each of its lines. */
  private static String answered(String sheet, String... answers) {
    String[] lines = sheet.strip().split("\r\n", -1);
    for (int line = 0; line < answers.length; line++) {
      lines[line + 1] = lines[line + 1] + answers[line];
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  /** The users of the newest result after so many have come. */
  private static List<String> arrived(int count) throws Exception {
    world.await(count + " results have come", () -> results().size() == count);
    return rows(newest());
  }

  private static Path newest() throws IOException {
    List<Path> results = results();
    return results.get(results.size() - 1);
  }

  private static List<String> rows(Path result) throws IOException {
    return Files.readAllLines(result, MS932).stream().map(line -> line.split(",", -1)[2]).toList();
  }

  private static List<Path> results() throws IOException {
    return world.files(PARTNER_SUPPORT, "inbox").stream()
        .filter(file -> file.getFileName().toString().startsWith(RESULT))
        .toList();
  }

  private static void drop(String name, String... users) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (String user : users) {
      lines.add("職員 一子,訪問介護員,,,,,,,試験ヘルパー,5,木," + user + ",訪問介護,身体１,9:50,10:20,30,\r\n");
    }
    world.drop(HOME_HELP, name, String.join("", lines).getBytes(MS932));
  }

  private static void write(String table, String text) throws IOException {
    Files.write(tables.resolve(table), text.getBytes(StandardCharsets.UTF_8));
  }
}
