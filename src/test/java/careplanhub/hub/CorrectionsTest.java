package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.SyntheticOffice;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.office.HubSettings;
import careplanhub.standard.Layout;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A correction goes only after a person has seen how it differs, and to a partner who wants a call
 * before only when somebody says that it was made.
 */
class CorrectionsTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Layout RESULT =
      Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
  private static final int INSURED = RESULT.position("insuredNumber");
  private static final int UNITS = RESULT.position("units");

  @TempDir static Path folder;
  @TempDir static Path desk;
  private static HubWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = HubWorld.start(folder, CorrectionsTest::agreeOnCalls);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static void agreeOnCalls(Path hub) throws Exception {
    Path file = new HubFolder(hub).corporation();
    YAMLMapper yaml = new YAMLMapper();
    JsonNode tree = yaml.readTree(file.toFile());
    for (JsonNode partner : tree.get("partners")) {
      ((ObjectNode) partner).putObject("terms").put("callBeforeCorrection", true);
    }
    yaml.writeValue(file.toFile(), tree);
  }

  @Test
  void aCorrectionShowsWhatDiffersAndWithdrawsBeforeItSends() throws Exception {
    GeneratedFile file = result(DAY_CARE);
    world.drop(DAY_CARE, file.name(), file.content());
    world.await(PARTNER_SUPPORT, "inbox", file.name());
    List<String> rows = rows(file.content());
    String gone = insured(rows.get(0));
    List<String> kept =
        rows.stream().filter(row -> !insured(row).equals(gone)).collect(Collectors.toList());
    kept.set(0, withUnits(kept.get(0), "777"));
    Path corrected = desk.resolve(file.name());
    Files.write(corrected, (String.join("\r\n", kept) + "\r\n").getBytes(MS932));

    assertEquals(
        Optional.empty(),
        new Correcting(world.first().books(), HubSettings.defaults())
            .take(DAY_CARE.number(), parcel(DAY_CARE, file.name()).id(), List.of(corrected)));
    Question shown = question(DAY_CARE, Question.Kind.CORRECTION);
    assertTrue(shown.text().contains("変更 1 行"), shown.text());
    assertTrue(shown.text().contains("今回のファイルに無いもの 1 件"), shown.text());
    String page = Files.readString(pageOf(DAY_CARE, shown));
    assertTrue(page.contains("<td>" + RESULT.field("units").japaneseName() + "</td>"), page);
    assertTrue(page.contains("<td>777</td>") && page.contains(gone), page);

    answer(DAY_CARE, shown, Answers.WITHDRAW_AND_SEND);
    Question call = question(DAY_CARE, Question.Kind.CALL_FIRST);
    answer(DAY_CARE, call, Answers.CALLED + " 架空花子");
    world.await(
        "delete and update came",
        () -> received("DLTJSK", DAY_CARE).size() == 1 && received("UPJSK", DAY_CARE).size() == 2);
    String delete = received("DLTJSK", DAY_CARE).get(0);
    String update =
        received("UPJSK", DAY_CARE).stream()
            .filter(name -> !name.equals(file.name()))
            .findFirst()
            .orElseThrow();
    assertTrue(serial(file.name()).compareTo(serial(delete)) < 0, delete);
    assertTrue(serial(delete).compareTo(serial(update)) < 0, update);
    Path inbox = world.folder(PARTNER_SUPPORT, "inbox");
    assertEquals(kept, rows(Files.readAllBytes(inbox.resolve(update))));
    assertEquals(
        List.of(gone),
        rows(Files.readAllBytes(inbox.resolve(delete))).stream()
            .map(CorrectionsTest::insured)
            .toList());
    assertEquals(
        Optional.of(Answers.CALLED),
        world.first().books().questions().decision(call.subject(), Question.Kind.CALL_FIRST));
  }

  @Test
  void aChangedExportToAPartnerWhoWantsACallIsNotSentWithoutOne() throws Exception {
    GeneratedFile file = result(HOME_HELP);
    world.drop(HOME_HELP, file.name(), file.content());
    world.await(PARTNER_SUPPORT, "inbox", file.name());
    List<String> rows = rows(file.content()).stream().collect(Collectors.toList());
    rows.set(0, withUnits(rows.get(0), "778"));
    world.drop(HOME_HELP, file.name(), (String.join("\r\n", rows) + "\r\n").getBytes(MS932));

    Question call = question(HOME_HELP, Question.Kind.CALL_FIRST);
    answer(HOME_HELP, call, Answers.GIVE_UP);
    String reason = Files.readString(world.await(HOME_HELP, "error", file.name() + ".txt"));
    assertTrue(reason.contains("HUB-04"), reason);
    assertEquals(1, received("UPJSK", HOME_HELP).size());
    world.await(
        "the page is put away",
        () ->
            world.files(HOME_HELP, "要確認").stream()
                .noneMatch(page -> page.toString().endsWith(".html")));
    assertFalse(world.files(HOME_HELP, "done").isEmpty());
  }

  private static GeneratedFile result(SyntheticOffice from) {
    return MONTH
        .results()
        .filter(unit -> unit.from().equals(from) && unit.to().equals(PARTNER_SUPPORT))
        .findFirst()
        .orElseThrow()
        .files()
        .get(0);
  }

  private static List<String> rows(byte[] content) {
    return Arrays.stream(new String(content, MS932).split("\r\n", 0)).toList();
  }

  private static String insured(String row) {
    return row.split(",", -1)[INSURED];
  }

  private static String withUnits(String row, String units) {
    String[] values = row.split(",", -1);
    values[UNITS] = units;
    return String.join(",", values);
  }

  private static String serial(String name) {
    return name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.'));
  }

  private static List<String> received(String kind, SyntheticOffice from) throws Exception {
    return world.files(PARTNER_SUPPORT, "inbox").stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> name.startsWith(kind) && name.contains("_" + from.number() + "_"))
        .toList();
  }

  private static Path pageOf(SyntheticOffice office, Question question) throws Exception {
    String text = question.text();
    String name = text.substring(text.indexOf("違い-"), text.indexOf(".html") + ".html".length());
    return world.await(office, "要確認", name);
  }

  private static Parcel parcel(SyntheticOffice office, String name) {
    return world.first().books().parcels().sentBy(office.number(), 50).stream()
        .filter(parcel -> parcel.files().stream().anyMatch(file -> file.name().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Question question(SyntheticOffice office, Question.Kind kind) throws Exception {
    world.await(kind + " is asked", () -> find(office, kind).isPresent());
    return find(office, kind).orElseThrow();
  }

  private static Optional<Question> find(SyntheticOffice office, Question.Kind kind) {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == kind && question.office().equals(office.number()))
        .findFirst();
  }

  private static void answer(SyntheticOffice office, Question question, String answer)
      throws Exception {
    FilledSheet.fill(world.await(office, "要確認", question.id() + ".csv"), answer);
  }
}
