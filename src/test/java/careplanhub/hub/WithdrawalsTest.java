package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static careplanhub.hub.HubWorld.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.ledger.Withdrawals;
import careplanhub.standard.ReadOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was sent is withdrawn by the standard's delete, and both sides see that. */
class WithdrawalsTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final int INSURED_NUMBER = 2;

  @TempDir static Path folder;
  private static HubWorld world;

  @BeforeAll
  static void start() throws Exception {
    world = HubWorld.start(folder);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void aResultIsWithdrawnOverTheRelayOnce() throws Exception {
    GeneratedUnit result = result(DAY_CARE, PARTNER_SUPPORT);
    GeneratedFile file = result.files().get(0);
    world.drop(DAY_CARE, file.name(), file.content());
    world.await(PARTNER_SUPPORT, "inbox", file.name());
    Parcel sent = parcel(DAY_CARE, file.name());
    String id = sent.id();
    Withdrawals withdrawals = world.first().books().withdrawals();
    assertFalse(withdrawals.isWithdrawn(sent));
    Withdrawing withdrawing = new Withdrawing(world.first().books(), ReadOptions.tolerant());

    List<String> deletes = withdrawing.orderConfirmed(withdrawing.plan(id, ""), "person:test");
    assertEquals(1, deletes.size());
    String delete = deletes.get(0);
    assertTrue(delete.startsWith("DLTJSK_202611_" + DAY_CARE.number()), delete);
    String text = Files.readString(world.await(PARTNER_SUPPORT, "inbox", delete), MS932);
    assertEquals(insuredNumbers(file.content()), insuredNumbers(text.getBytes(MS932)));

    world.await(
        "the sent list says so",
        () -> line(world.folder(DAY_CARE, "送信一覧.csv"), file.name()).contains("取り下げ済"));
    assertTrue(withdrawals.isWithdrawn(sent), "it is not sent again");
    world.await(
        "the received list says so",
        () -> line(world.folder(PARTNER_SUPPORT, "受信一覧.csv"), file.name()).contains("取り下げられた"));
    String refusal =
        assertThrows(WithdrawalRefusedException.class, () -> withdrawing.plan(id, "")).japanese();
    assertTrue(refusal.contains("すでに取り下げています"), refusal);
    String deleteId = parcel(DAY_CARE, delete).id();
    refusal =
        assertThrows(WithdrawalRefusedException.class, () -> withdrawing.plan(deleteId, ""))
            .japanese();
    assertTrue(refusal.contains("取り下げられません"), refusal);
  }

  @Test
  void staffWithdrawOneUserOfASlipByASheetAndAnAnswer() throws Exception {
    GeneratedUnit slip = slip(HOME_HELP);
    for (GeneratedFile file : slip.files()) {
      world.drop(SUPPORT, file.name(), file.content());
    }
    String plan = slip.files().get(0).name();
    world.await(HOME_HELP, "inbox", plan);
    String id = parcel(SUPPORT, plan).id();
    String user = insuredNumbers(slip.files().get(0).content()).iterator().next();

    Path sheet = world.await(SUPPORT, "要確認", WithdrawalSheet.NAME);
    Files.writeString(
        sheet, Files.readString(sheet) + id + "," + user + "\r\n", StandardCharsets.UTF_8);
    world.await("a person is asked", () -> question(SUPPORT, Question.Kind.WITHDRAWAL).isPresent());
    Question question = question(SUPPORT, Question.Kind.WITHDRAWAL).orElseThrow();
    assertTrue(question.text().contains(id), question.text());
    world.await("the sheet is empty again", () -> !Files.readString(sheet).contains(id));
    Path page = pageOf(question);
    assertTrue(Files.readString(page).contains(user));

    answer(SUPPORT, question, Answers.WITHDRAW);
    world.await("the delete came", () -> !deletes(HOME_HELP, "DLTPLAN").isEmpty());
    String text = Files.readString(deletes(HOME_HELP, "DLTPLAN").get(0), MS932);
    assertEquals(List.of(user), List.copyOf(insuredNumbers(text.getBytes(MS932))));
    world.await(
        "the sent list says so",
        () -> line(world.folder(SUPPORT, "送信一覧.csv"), plan).contains("一部取り下げ済"));
    String breakdown = slip.files().get(1).name();
    world.await(
        "the breakdown depends on the slip",
        () -> line(world.folder(HOME_HELP, "受信一覧.csv"), breakdown).contains("一部取り下げられた"));
    String supplement =
        slip.files().stream()
            .map(GeneratedFile::name)
            .filter(name -> name.startsWith("UPHOSOKU"))
            .findFirst()
            .orElseThrow();
    assertFalse(line(world.folder(HOME_HELP, "受信一覧.csv"), supplement).contains("取り下げ"));
    world.await("the page is put away", () -> !Files.exists(page));
  }

  @Test
  void aDeleteOfWhatNeverCameWaitsForAPerson() throws Exception {
    GeneratedUnit result = result(HOME_HELP, PARTNER_SUPPORT);
    String name = result.files().get(0).name().replace("UPJSK", "DLTJSK");
    String user = insuredNumbers(result.files().get(0).content()).iterator().next();
    String[] first = new String(result.files().get(0).content(), MS932).split(",", 0);
    String row =
        String.join(
            ",",
            "202407",
            first[1],
            user,
            "202611",
            HOME_HELP.number().value(),
            HOME_HELP.type().value());
    world.drop(HOME_HELP, name, (row + "\r\n").getBytes(MS932));
    world.await("a person is asked", () -> received(Question.Kind.UNKNOWN_DELETE).isPresent());
    assertFalse(Files.exists(world.folder(PARTNER_SUPPORT, "inbox").resolve(name)));

    answer(PARTNER_SUPPORT, received(Question.Kind.UNKNOWN_DELETE).orElseThrow(), Answers.DELIVER);
    world.await(PARTNER_SUPPORT, "inbox", name);
  }

  private static Optional<Question> received(Question.Kind kind) {
    return world.second().books().questions().open().stream()
        .filter(question -> question.kind() == kind)
        .findFirst();
  }

  private static Path pageOf(Question question) throws Exception {
    String text = question.text();
    String name = text.substring(text.indexOf("違い-"), text.indexOf(".html") + ".html".length());
    return world.await(SUPPORT, "要確認", name);
  }

  private static List<Path> deletes(SyntheticOffice office, String kind) throws Exception {
    return world.files(office, "inbox").stream()
        .filter(file -> String.valueOf(file.getFileName()).startsWith(kind))
        .toList();
  }

  private static GeneratedUnit slip(SyntheticOffice to) {
    return MONTH
        .units(UnitKind.SLIP)
        .filter(unit -> unit.from().equals(SUPPORT) && unit.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static GeneratedUnit result(SyntheticOffice from, SyntheticOffice to) {
    return MONTH
        .results()
        .filter(unit -> unit.from().equals(from) && unit.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static Parcel parcel(SyntheticOffice office, String name) {
    return world.first().books().parcels().sentBy(office.number(), 50).stream()
        .filter(parcel -> parcel.files().stream().anyMatch(file -> file.name().equals(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> insuredNumbers(byte[] content) {
    return Arrays.stream(new String(content, MS932).split("\r\n", 0))
        .map(line -> line.split(",", -1)[INSURED_NUMBER])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<Question> question(SyntheticOffice office, Question.Kind kind) {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == kind && question.office().equals(office.number()))
        .findFirst();
  }

  private static void answer(SyntheticOffice office, Question question, String answer)
      throws Exception {
    FilledSheet.fill(world.await(office, "要確認", question.id() + ".csv"), answer);
  }

  private static String line(Path list, String name) throws Exception {
    return Files.readAllLines(list).stream()
        .filter(line -> line.contains(name))
        .findFirst()
        .orElse("");
  }
}
