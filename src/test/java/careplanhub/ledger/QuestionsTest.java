package careplanhub.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    assertTrue(Answers.isPossible(Question.Kind.SUPPORT_OFFICE, "9920000019"));
    assertFalse(Answers.isPossible(Question.Kind.SUPPORT_OFFICE, "992000001"));
    assertFalse(Answers.isPossible(Question.Kind.USERS_WITH_ERRORS, "はい"));
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
