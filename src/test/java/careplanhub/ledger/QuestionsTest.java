package careplanhub.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a question is open its subject waits; the answer lets it go on, in one step. */
class QuestionsTest {
  private static final UserIdentity USER = new UserIdentity("990001", "9900000001");
  private static final UserIdentity OTHER_USER = new UserIdentity("990001", "9900000002");

  @TempDir Path folder;
  private LedgerFixture ledger;

  @BeforeEach
  void open() throws Exception {
    ledger = LedgerFixture.open(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aUnitWithUsersInErrorWaitsForTheAnswerAndRemembersIt() throws Exception {
    OutgoingUnit unit = ledger.unit("a");
    Question question =
        ledger
            .questions()
            .askAboutErrors(unit, "誤りがあります", List.of(new Question.Line("", "送りますか", null)));
    assertEquals(List.of(), ledger.units().open(LedgerFixture.OFFICE));

    ledger.questions().answer(question, 0, Answers.SEND_OTHERS, "test");

    assertEquals(
        OutgoingUnit.State.READY, ledger.units().open(LedgerFixture.OFFICE).get(0).state());
    assertEquals(
        Optional.of(Answers.SEND_OTHERS),
        ledger.questions().decision(unit.id(), Question.Kind.USERS_WITH_ERRORS));
  }

  @Test
  void usersOfUnknownSupportOfficeWaitAloneAndTheOthersGo() throws Exception {
    OutgoingUnit unit = ledger.unit("a");
    Question question =
        ledger
            .questions()
            .askForSupportOffices(ledger.units(), unit, "分かりません", List.of(line(USER)));

    assertFalse(ledger.units().scope(unit).test(USER));
    assertTrue(ledger.units().scope(unit).test(OTHER_USER));

    ledger.questions().answer(question, 0, LedgerFixture.PARTNER.value(), "test");

    OutgoingUnit rest =
        ledger.units().open(LedgerFixture.OFFICE).stream()
            .filter(open -> !open.id().equals(unit.id()))
            .findFirst()
            .orElseThrow();
    assertTrue(ledger.units().scope(rest).test(USER));
    assertFalse(ledger.units().scope(rest).test(OTHER_USER));
    assertEquals(1, ledger.arrivals().ofUnit(rest).size(), "the rest has the unit's files");
    assertEquals(
        Optional.of(LedgerFixture.PARTNER),
        ledger
            .supportOffices()
            .find(LedgerFixture.OFFICE, USER)
            .map(LearntSupportOffices.Known::number));
  }

  @Test
  void aQuestionOfSeveralLinesIsClosedByTheLastOne() throws Exception {
    OutgoingUnit unit = ledger.unit("a");
    Question question =
        ledger
            .questions()
            .askForSupportOffices(
                ledger.units(), unit, "分かりません", List.of(line(USER), line(OTHER_USER)));

    ledger.questions().answer(question, 1, LedgerFixture.PARTNER.value(), "test");
    assertEquals(1, ledger.questions().open().size());

    ledger.questions().answer(question, 0, LedgerFixture.PARTNER.value(), "test");
    assertEquals(0, ledger.questions().open().size());
    assertTrue(ledger.questions().find(question.id()).orElseThrow().isAnswered());
  }

  @Test
  void onlyAnOfficeNumberNamesASupportOffice() {
    assertTrue(isPossible(Question.Kind.SUPPORT_OFFICE, null, "9920000019"));
    assertFalse(isPossible(Question.Kind.SUPPORT_OFFICE, null, "992000001"));
    assertFalse(isPossible(Question.Kind.USERS_WITH_ERRORS, null, "はい"));
  }

  @Test
  void onlyBothWholeNumbersSayWhoIsMeant() {
    UserWords name = words("試験太郎", "");
    assertTrue(isPossible(Question.Kind.WHO_IS_MEANT, name, "990001 9900000001"));
    assertTrue(isPossible(Question.Kind.WHO_IS_MEANT, name, "９９０００１、ｈ123456789"));
    assertTrue(isPossible(Question.Kind.WHO_IS_MEANT, name, Answers.LEAVE_OUT));
    for (String wrong :
        List.of(
            "990001",
            "9900000001 990001",
            "11002 9900000001",
            "990001 990000001",
            "000000 9900000001",
            "990001 0000000000",
            "試験太郎",
            "990001 9900000001 9900000002")) {
      assertFalse(isPossible(Question.Kind.WHO_IS_MEANT, name, wrong), wrong);
    }
  }

  @Test
  void aNumberThatTheWordsTellIsNotAnotherUsers() {
    UserWords told = words("9900000001", "9900000001");
    assertTrue(isPossible(Question.Kind.WHO_IS_MEANT, told, "990001"));
    assertTrue(isPossible(Question.Kind.WHO_IS_MEANT, told, "990001 9900000001"));
    assertFalse(isPossible(Question.Kind.WHO_IS_MEANT, told, "990001 9900000002"));
  }

  @Test
  void wordsThatAPersonHasMatchedMeanThatUserFromThenOn() throws Exception {
    OutgoingUnit unit = ledger.unit("a");
    UserWords name = words("試験太郎", "");
    Question question =
        ledger
            .questions()
            .askWhoIsMeant(ledger.units(), unit, "だれ", List.of(line(name)))
            .orElseThrow();
    assertFalse(ledger.units().scope(unit).asksAbout(name), "nobody is asked twice");
    assertTrue(ledger.units().scope(unit).asksAbout(words("試験次郎", "")));
    assertTrue(ledger.units().scope(unit).test(OTHER_USER), "everybody else goes on");

    ledger.questions().answer(question, 0, "990001 9900000001", "test");

    OutgoingUnit rest = rest(unit);
    assertTrue(ledger.units().scope(rest).test(USER));
    assertFalse(ledger.units().scope(rest).test(OTHER_USER));
    assertFalse(ledger.units().scope(unit).test(USER), "a user is in one unit");
    assertEquals(Optional.of(USER), ledger.confirmedUsers().find(LedgerFixture.OFFICE, name));
    assertEquals(
        Optional.of(List.of("試験太郎")),
        ledger.confirmedUsers().wordsOf(LedgerFixture.OFFICE, List.of("利用者"), USER));
    assertEquals(
        Optional.empty(), ledger.confirmedUsers().find(LedgerFixture.PARTNER, name), "per office");
  }

  @Test
  void theLedgerHoldsNeitherTheNameNorTheNumbersInTheClear() throws Exception {
    OutgoingUnit unit = ledger.unit("a");
    Question question =
        ledger
            .questions()
            .askWhoIsMeant(ledger.units(), unit, "だれ", List.of(line(words("試験太郎", ""))))
            .orElseThrow();
    ledger.questions().answer(question, 0, "990001 9900000001", "test");
    ledger.close();

    String stored =
        new String(Files.readAllBytes(folder.resolve("ledger.sqlite")), StandardCharsets.UTF_8);
    assertTrue(stored.contains("confirmed_user"), "the file was read");
    for (String personal : List.of("試験太郎", "9900000001", "990001")) {
      assertFalse(stored.contains(personal), personal);
    }
  }

  @Test
  void aNameIsAskedForOnceHoweverManyUnitsWaitForIt() throws Exception {
    UserWords name = words("試験太郎", "");
    OutgoingUnit first = ledger.unit("a");
    OutgoingUnit second = ledger.unit("b");
    Question question =
        ledger
            .questions()
            .askWhoIsMeant(ledger.units(), first, "だれ", List.of(line(name)))
            .orElseThrow();
    assertEquals(
        Optional.empty(),
        ledger.questions().askWhoIsMeant(ledger.units(), second, "だれ", List.of(line(name))));

    ledger.questions().answer(question, 0, "990001 9900000001", "test");

    assertEquals(4, ledger.units().open(LedgerFixture.OFFICE).size());
  }

  @Test
  void wordsThatAreLeftOutAreNotAskedAboutInThatExportAgain() throws Exception {
    OutgoingUnit unit = ledger.unit("a");
    UserWords name = words("試験太郎", "");
    Question question =
        ledger
            .questions()
            .askWhoIsMeant(ledger.units(), unit, "だれ", List.of(line(name)))
            .orElseThrow();

    ledger.questions().answer(question, 0, Answers.LEAVE_OUT, "test");

    OutgoingUnit rest = rest(unit);
    assertFalse(ledger.units().scope(rest).asksAbout(name));
    assertFalse(ledger.units().scope(rest).test(USER));
    assertEquals(Optional.empty(), ledger.confirmedUsers().find(LedgerFixture.OFFICE, name));
    assertTrue(ledger.units().scope(ledger.unit("b")).asksAbout(name));
  }

  private OutgoingUnit rest(OutgoingUnit unit) {
    return ledger.units().open(LedgerFixture.OFFICE).stream()
        .filter(open -> !open.id().equals(unit.id()))
        .findFirst()
        .orElseThrow();
  }

  private static UserWords words(String word, String insuredNumber) {
    return new UserWords(List.of("利用者"), List.of(word), insuredNumber);
  }

  private Question.Line line(UserWords words) {
    return new Question.Line(words.index(ledger.vault()), "利用者", null, words);
  }

  private static boolean isPossible(Question.Kind kind, @Nullable UserWords words, String answer) {
    Question question =
        new Question(
            "Q1",
            LedgerFixture.OFFICE,
            kind,
            "subject",
            Instant.EPOCH,
            "",
            List.of(new Question.Line("", "", null, words)));
    return Answers.isPossible(question, 0, answer);
  }

  @Test
  void theLastSlipTellsTheSupportOffice() {
    OfficeNumber former = new OfficeNumber("9990000001");
    learn(former);
    learn(LedgerFixture.PARTNER);

    assertEquals(
        Optional.of(new LearntSupportOffices.Known(LedgerFixture.PARTNER, "担当")),
        ledger.supportOffices().find(LedgerFixture.OFFICE, USER));
  }

  private void learn(OfficeNumber support) {
    ledger
        .supportOffices()
        .learnFromSlip(
            LedgerFixture.OFFICE,
            java.util.Map.of(USER, new LearntSupportOffices.Known(support, "担当")));
  }

  private Question.Line line(UserIdentity user) {
    return new Question.Line(OutgoingUnits.userIndex(ledger.vault(), user), "利用者", null);
  }
}
