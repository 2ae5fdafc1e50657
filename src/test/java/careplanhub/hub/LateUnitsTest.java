package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.ledger.Reception;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit that comes after a newer one was delivered waits for a person. */
class LateUnitsTest {
  @TempDir static Path folder;
  private static HubWorld world;
  private static GeneratedUnit result;

  @BeforeAll
  static void start() throws Exception {
    world = HubWorld.start(folder);
    result =
        MONTH
            .results()
            .filter(unit -> unit.from().equals(DAY_CARE) && unit.to().equals(PARTNER_SUPPORT))
            .findFirst()
            .orElseThrow();
    GeneratedFile newest = result.files().get(0);
    world.drop(DAY_CARE, newest.name(), newest.content());
    world.await(PARTNER_SUPPORT, "inbox", newest.name());
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @Test
  void anOlderResultOfTheSameUsersIsDeliveredWhenAPersonWantsIt() throws Exception {
    String name = dropOlder("20261115090000");
    Question question = question(name);
    assertTrue(question.text().contains("ファイル連番 20261115090000"), question.text());
    assertTrue(question.text().contains(result.serial().value()), question.text());
    assertFalse(Files.exists(world.folder(PARTNER_SUPPORT, "inbox").resolve(name)));

    answer(question, Answers.DELIVER);
    assertArrayEquals(
        result.files().get(0).content(),
        Files.readAllBytes(world.await(PARTNER_SUPPORT, "inbox", name)));
  }

  @Test
  void anOlderResultIsSetAsideWhenNobodyWantsItAndItsSenderSeesThatItWasFetchedOnly()
      throws Exception {
    String name = dropOlder("20261114090000");
    Question question = question(name);

    answer(question, Answers.SET_ASIDE);
    world.await(
        "the channel is told",
        () ->
            world.second().books().receptions().find(question.subject()).stream()
                .anyMatch(one -> one.state() == Reception.State.ACKNOWLEDGED));
    world.await("the sender sees the second light", () -> parcel(name).fetchedAt() != null);
    assertNull(parcel(name).importedAt());
    assertFalse(Files.exists(world.folder(PARTNER_SUPPORT, "inbox").resolve(name)));
    Path list = world.folder(PARTNER_SUPPORT, "受信一覧.csv");
    world.await("the list says so", () -> line(list, name).contains("届けない"));
  }

  private static String dropOlder(String serial) throws Exception {
    GeneratedFile file = result.files().get(0);
    String name = file.name().replace(result.serial().value(), serial);
    world.drop(DAY_CARE, name, file.content());
    return name;
  }

  private static Question question(String name) throws Exception {
    world.await("a person is asked", () -> find(name).isPresent());
    Question question = find(name).orElseThrow();
    assertEquals(PARTNER_SUPPORT.number(), question.office());
    return question;
  }

  private static Optional<Question> find(String name) {
    String serial = name.substring(name.lastIndexOf('_') + 1, name.lastIndexOf('.'));
    return world.second().books().questions().open().stream()
        .filter(question -> question.kind() == Question.Kind.LATE_UNIT)
        .filter(question -> question.text().contains("ファイル連番 " + serial + " "))
        .findFirst();
  }

  private static void answer(Question question, String answer) throws Exception {
    FilledSheet.fill(world.await(PARTNER_SUPPORT, "要確認", question.id() + ".csv"), answer);
  }

  private static Parcel parcel(String name) {
    return world.first().books().parcels().sentBy(DAY_CARE.number(), 10).stream()
        .filter(parcel -> parcel.files().get(0).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String line(Path list, String name) throws Exception {
    return Files.readAllLines(list).stream()
        .filter(line -> line.contains(name))
        .findFirst()
        .orElse("");
  }
}
