package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.fax.forms.FaxPicture;
import careplanhub.lab.DemoWays;
import careplanhub.lab.GeneratedFile;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.office.ChannelName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that sends slips by FAX, with the folders of a FAX server. */
class FaxEndToEndTest {
  private static final DemoWays WAYS =
      new DemoWays(Map.of(DAY_CARE, ChannelName.FAX), Set.of(), Set.of(), null);
  private static final String NUMBER = DemoWays.faxNumberOf(DAY_CARE);

  @TempDir Path folder;

  @Test
  void slipsLeaveOnlyToACheckedNumberAndAreSentOnlyWhenTheServerSaysSo() throws Exception {
    Path out = Files.createDirectories(folder.resolve("second").resolve(DemoWays.FAX_OUT));
    Path reports = Files.createDirectories(folder.resolve("second").resolve(DemoWays.FAX_REPORTS));
    try (HubWorld world = HubWorld.start(folder, WAYS, hub -> {})) {
      drop(world);
      checkNumber(world, out);

      Path first = await(world, out, "-1.tif");
      UUID parcel = UUID.fromString(sent(world).id());
      FaxPicture.assertCoded(Files.readAllBytes(first), parcel, 98);
      assertEquals(Parcel.State.PREPARED, sent(world).state(), "nobody said that it was sent");
      assertNull(sent(world).handedOverAt());

      byte[] pages = Files.readAllBytes(first);
      Files.delete(first);
      Files.writeString(reports.resolve(attempt(first) + ".ng"), "BUSY\r\n");
      Path second = await(world, out, "-2.tif");
      assertArrayEquals(pages, Files.readAllBytes(second), "the same pages again");
      assertEquals(Parcel.State.PREPARED, sent(world).state());

      Files.writeString(reports.resolve(attempt(second) + ".ok"), "OK\r\n");
      world.await("the report lights the first", () -> isClosed(world));
      Parcel closed = sent(world);
      assertEquals("fax", closed.channel());
      assertNull(closed.fetchedAt());
      assertNull(closed.importedAt());
      Path list = world.folder(PARTNER_SUPPORT, "送信一覧.csv");
      world.await("the list says 不明", () -> Files.readString(list).contains(",不明,不明,完了,,FAX"));
      assertTrue(EvidenceVerifier.verify(folder.resolve("second")).fault().isEmpty());
    }
  }

  @Test
  void aPersonDecidesAfterTheLastFailure() throws Exception {
    Path out = Files.createDirectories(folder.resolve("second").resolve(DemoWays.FAX_OUT));
    Path reports = Files.createDirectories(folder.resolve("second").resolve(DemoWays.FAX_REPORTS));
    try (HubWorld world = HubWorld.start(folder, WAYS, hub -> {})) {
      drop(world);
      checkNumber(world, out);
      for (int attempt = 1; attempt <= 3; attempt++) {
        Path file = await(world, out, "-" + attempt + ".tif");
        Files.delete(file);
        Files.writeString(reports.resolve(attempt(file) + ".ng"), "応答なし\r\n");
      }
      world.await("a person is asked", () -> question(world, Question.Kind.FAX_SENT).isPresent());
      Question question = question(world, Question.Kind.FAX_SENT).orElseThrow();
      assertTrue(question.text().contains("応答なし"), "the reason is told");
      assertEquals(Parcel.State.PREPARED, sent(world).state());

      Path sheet = world.await(PARTNER_SUPPORT, "要確認", question.id() + ".csv");
      FilledSheet.fill(sheet, "送信済み");
      world.await("a person's word lights the first", () -> isClosed(world));
      assertEquals(List.of(), files(out), "nothing is sent again");
    }
  }

  private static void drop(HubWorld world) throws Exception {
    for (GeneratedFile file :
        MONTH
            .slips()
            .filter(unit -> unit.from().equals(PARTNER_SUPPORT) && unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow()
            .files()) {
      world.drop(PARTNER_SUPPORT, file.name(), file.content());
    }
  }

  /** Both lines show the number; nothing leaves before both are answered. */
  private static void checkNumber(HubWorld world, Path out) throws Exception {
    world.await(
        "the number is asked about",
        () -> question(world, Question.Kind.CHECK_FAX_NUMBER).isPresent());
    Question question = question(world, Question.Kind.CHECK_FAX_NUMBER).orElseThrow();
    assertEquals(2, question.lines().size());
    for (Question.Line line : question.lines()) {
      assertTrue(
          line.text().replace(" ", "").replace("-", "").contains(NUMBER.replace("-", "")),
          line.text());
    }
    world.second().books().questions().answer(question, 0, "確認済み 架空花子", "person:test");
    assertFalse(world.second().books().questions().find(question.id()).orElseThrow().isAnswered());
    assertEquals(Parcel.State.WAITING, sent(world).state(), "the second look is wanted too");
    assertEquals(List.of(), files(out));
    world.second().books().questions().answer(question, 1, "確認済み 架空花子", "person:test");
  }

  private static Optional<Question> question(HubWorld world, Question.Kind kind) {
    return world.second().books().questions().open().stream()
        .filter(question -> question.kind() == kind)
        .findFirst();
  }

  private static Path await(HubWorld world, Path out, String ending) throws Exception {
    world.await("the FAX server gets " + ending, () -> find(out, ending).isPresent());
    return find(out, ending).orElseThrow();
  }

  private static Optional<Path> find(Path out, String ending) throws Exception {
    return files(out).stream().filter(file -> file.toString().endsWith(ending)).findFirst();
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** NUMBER_JOB-ATTEMPT.tif. */
  private static String attempt(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.indexOf('_') + 1, name.indexOf('.'));
  }

  private static Parcel sent(HubWorld world) {
    return world.second().books().parcels().sentBy(PARTNER_SUPPORT.number(), 1).get(0);
  }

  private static boolean isClosed(HubWorld world) {
    return sent(world).state() == Parcel.State.CLOSED;
  }
}
