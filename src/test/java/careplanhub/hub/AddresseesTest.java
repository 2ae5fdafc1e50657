package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.HOME_HELP;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static careplanhub.hub.HubWorld.SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing goes to an office that has nothing to do with the users (2.6). */
class AddresseesTest {
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
  void aSlipOfUsersWhomTheAddresseeDoesNotServeIsStoppedWithTheReason() throws Exception {
    Set<String> served = insuredNumbers(slip(DAY_CARE));
    GeneratedUnit slip = slip(HOME_HELP);
    Set<String> strangers = new HashSet<>(insuredNumbers(slip));
    assertTrue(strangers.removeAll(served) && !strangers.isEmpty());
    for (GeneratedFile file : slip.files()) {
      world.drop(SUPPORT, addressed(file, slip, DAY_CARE), file.content());
    }
    world.await(
        "a person is asked",
        () -> questionOf(SUPPORT, Question.Kind.USERS_WITH_ERRORS).isPresent());
    Question question = questionOf(SUPPORT, Question.Kind.USERS_WITH_ERRORS).orElseThrow();
    assertTrue(question.text().contains("ROW-26"), question.text());
    assertTrue(question.text().contains("利用者 " + strangers.size() + " 人"), question.text());

    fill(SUPPORT, question, Answers.SEND_OTHERS);
    String plan = addressed(slip.files().get(0), slip, DAY_CARE);
    String arrived = Files.readString(world.await(DAY_CARE, "inbox", plan), MS932);
    assertTrue(strangers.stream().noneMatch(arrived::contains));
  }

  @Test
  void aResultForAnotherSupportOfficeWaitsForAPersonWhoMaySayNo() throws Exception {
    GeneratedUnit result = result(DAY_CARE);
    GeneratedFile file = result.files().get(0);
    String name = addressed(file, result, PARTNER_SUPPORT);
    world.drop(DAY_CARE, name, file.content());
    world.await(
        "a person is asked", () -> questionOf(DAY_CARE, Question.Kind.ADDRESSEE).isPresent());
    Question question = questionOf(DAY_CARE, Question.Kind.ADDRESSEE).orElseThrow();
    String expected =
        "送信先 "
            + PARTNER_SUPPORT.number()
            + "（"
            + PARTNER_SUPPORT.name()
            + "） は、利用者 "
            + insuredNumbers(result).size()
            + " 人の行（UPJSK）に出てきません。";
    assertTrue(question.text().contains(expected), question.text());

    fill(DAY_CARE, question, Answers.LEAVE_OUT);
    world.await(DAY_CARE, "error", name);
    assertTrue(Files.readString(world.await(DAY_CARE, "error", name + ".txt")).contains("HUB-04"));
    assertFalse(Files.exists(world.folder(PARTNER_SUPPORT, "inbox").resolve(name)));
  }

  @Test
  void aResultForAnotherSupportOfficeGoesWhenAPersonConfirmsIt() throws Exception {
    GeneratedUnit result = result(HOME_HELP);
    GeneratedFile file = result.files().get(0);
    String name =
        addressed(file, result, PARTNER_SUPPORT).replace(result.serial().value(), "20261202111111");
    world.drop(HOME_HELP, name, file.content());
    world.await(
        "a person is asked", () -> questionOf(HOME_HELP, Question.Kind.ADDRESSEE).isPresent());

    fill(HOME_HELP, questionOf(HOME_HELP, Question.Kind.ADDRESSEE).orElseThrow(), Answers.AS_IT_IS);
    assertArrayEquals(
        file.content(), Files.readAllBytes(world.await(PARTNER_SUPPORT, "inbox", name)));
  }

  private static GeneratedUnit slip(SyntheticOffice to) {
    return MONTH
        .units(UnitKind.SLIP)
        .filter(unit -> unit.from().equals(SUPPORT) && unit.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private static GeneratedUnit result(SyntheticOffice from) {
    return MONTH
        .results()
        .filter(unit -> unit.from().equals(from) && unit.to().equals(SUPPORT))
        .findFirst()
        .orElseThrow();
  }

  /** The name of a unit's file when it is addressed to another office. */
  private static String addressed(GeneratedFile file, GeneratedUnit unit, SyntheticOffice to) {
    return file.name()
        .replace(
            unit.to().number() + "_" + unit.to().type().value(),
            to.number() + "_" + to.type().value());
  }

  private static Set<String> insuredNumbers(GeneratedUnit unit) {
    return Arrays.stream(new String(unit.files().get(0).content(), MS932).split("\r\n", 0))
        .map(line -> line.split(",", -1)[INSURED_NUMBER])
        .collect(Collectors.toSet());
  }

  private static Optional<Question> questionOf(SyntheticOffice office, Question.Kind kind) {
    return world.first().books().questions().open().stream()
        .filter(question -> question.kind() == kind && question.office().equals(office.number()))
        .findFirst();
  }

  private static void fill(SyntheticOffice office, Question question, String answer)
      throws Exception {
    FilledSheet.fill(world.await(office, "要確認", question.id() + ".csv"), answer);
  }
}
