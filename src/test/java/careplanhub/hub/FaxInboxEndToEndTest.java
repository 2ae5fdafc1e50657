package careplanhub.hub;

import static careplanhub.hub.HubWorld.DAY_CARE;
import static careplanhub.hub.HubWorld.MONTH;
import static careplanhub.hub.HubWorld.PARTNER_SUPPORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.channel.fax.FaxBoxes;
import careplanhub.fax.forms.FormDocument.ResultPage;
import careplanhub.fax.forms.ResultLine;
import careplanhub.lab.DemoWays;
import careplanhub.lab.FilledFax;
import careplanhub.lab.GeneratedFile;
import careplanhub.ledger.Answers;
import careplanhub.ledger.EvidenceVerifier;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.office.ChannelName;
import java.awt.image.BufferedImage;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sheets that a partner filled in and sent back by FAX become results only when a person says so.
 */
class FaxInboxEndToEndTest {
  private static final DemoWays WAYS =
      new DemoWays(Map.of(DAY_CARE, ChannelName.FAX), Set.of(), Set.of(), null);

  @TempDir Path folder;

  @Test
  void filledSheetsBecomeResultsOnlyWhenAPersonHasConfirmedThem() throws Exception {
    Path hub = folder.resolve("second");
    Path out = Files.createDirectories(hub.resolve(DemoWays.FAX_OUT));
    Path inbox = Files.createDirectories(hub.resolve(DemoWays.FAX_IN));
    try (HubWorld world = HubWorld.start(folder, WAYS, one -> {})) {
      Files.writeString(inbox.resolve("a-broken.tif"), "II*\0 and nothing more");
      Path sent = send(world, out);
      List<ResultPage> pages = boxes(world);
      assertEquals(Set.of(DAY_CARE.number().value()), offices(pages));
      byte[] filled =
          FilledFax.sentBack(
              Files.readAllBytes(sent), pages, line -> Set.copyOf(dayNumbers(line)), 1);
      Files.write(inbox.resolve("b-sheets.tif"), filled);

      world.await("a person is asked", () -> question(world).isPresent());
      Question question = question(world).orElseThrow();
      assertEquals(
          pages.stream().mapToInt(page -> page.lines().size()).sum(), question.lines().size());
      Path support = world.folder(PARTNER_SUPPORT, "要確認");
      world.await("a picture lies beside the sheet", () -> pictures(support, question) > 0);
      assertEquals(0, results(world).size(), "nothing goes on before a person has confirmed it");
      Path reason = inbox.resolve("error").resolve("a-broken.tif.txt");
      world.await("the broken one is put aside", () -> Files.exists(reason));
      assertTrue(Files.readString(reason).contains("FAX-"), Files.readString(reason));

      world.second().books().questions().answer(question, answers(question, pages), "person:test");
      world.await("the results arrive", () -> results(world).size() == 1);
      assertEquals(planned(pages), days(results(world).get(0)));
      world.await("the pictures are gone", () -> pictures(support, question) == 0);

      Files.copy(sent, inbox.resolve("c-copy.tif"));
      int others = world.second().books().faxJobs().find(sent(world).id()).orElseThrow().pages();
      world.await(
          "pages without boxes lie in the inbox", () -> pdfs(world) == others - pages.size());
      assertTrue(EvidenceVerifier.verify(hub).fault().isEmpty());
    }
  }

  @Test
  void aPageThatTellsNothingGoesWhereAPersonSays() throws Exception {
    Path inbox = Files.createDirectories(folder.resolve("second").resolve(DemoWays.FAX_IN));
    try (HubWorld world = HubWorld.start(folder, WAYS, one -> {})) {
      String sender = DemoWays.faxNumberOf(DAY_CARE).replace("-", "");
      BufferedImage page = new BufferedImage(1728, 1145, BufferedImage.TYPE_BYTE_BINARY);
      page.createGraphics().fillRect(200, 200, 900, 20);
      ImageIO.write(page, "tiff", inbox.resolve("from-" + sender + ".tif").toFile());

      world.await("a person is asked", () -> find(world, Question.Kind.FAX_PAGE).isPresent());
      Question first = find(world, Question.Kind.FAX_PAGE).orElseThrow();
      assertTrue(first.text().contains("送信元は " + DAY_CARE.number()), first.text());
      world.second().books().questions().answer(first, 0, "9999999999", "person:test");
      world.await(
          "an office that is none of ours is asked about again",
          () -> find(world, Question.Kind.FAX_PAGE).filter(q -> !q.equals(first)).isPresent());
      Question again = find(world, Question.Kind.FAX_PAGE).orElseThrow();
      assertEquals(0, pdfs(world));
      world
          .second()
          .books()
          .questions()
          .answer(again, 0, PARTNER_SUPPORT.number().value(), "person:test");
      world.await("it lies in the inbox", () -> pdfs(world) == 1);
    }
  }

  private static Set<String> offices(List<ResultPage> pages) {
    return pages.stream()
        .flatMap(page -> page.lines().stream())
        .map(line -> line.service().serviceOfficeNumber())
        .collect(Collectors.toSet());
  }

  private static long pdfs(HubWorld world) throws Exception {
    return world.files(PARTNER_SUPPORT, "inbox").stream()
        .filter(file -> file.toString().endsWith(".pdf"))
        .count();
  }

  /** Clear lines are as they were read; the others a person writes. */
  private static Map<Integer, String> answers(Question question, List<ResultPage> pages) {
    List<ResultLine> lines = pages.stream().flatMap(page -> page.lines().stream()).toList();
    Map<Integer, String> answers = new HashMap<>();
    for (int position = 0; position < lines.size(); position++) {
      boolean clear = Answers.isPossible(question, position, Answers.AS_READ);
      String days = String.join(",", plannedDays(lines.get(position)));
      answers.put(position, clear ? Answers.AS_READ : days.isEmpty() ? Answers.NOT_TAKEN : days);
    }
    return answers;
  }

  private static List<String> plannedDays(ResultLine line) {
    return dayNumbers(line).stream().map(String::valueOf).toList();
  }

  private static List<Integer> dayNumbers(ResultLine line) {
    return Stream.iterate(1, day -> day + 1)
        .limit(line.planned().size())
        .filter(day -> line.planned().get(day - 1) > 0)
        .toList();
  }

  private static long planned(List<ResultPage> pages) {
    return pages.stream()
        .flatMap(page -> page.lines().stream())
        .mapToLong(line -> plannedDays(line).size())
        .sum();
  }

  private static long days(Path file) throws Exception {
    String text = Files.readString(file, Charset.forName("windows-31j"));
    assertFalse(text.isEmpty());
    return text.lines().count();
  }

  private static long pictures(Path folder, Question question) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(question.id()) && name.endsWith(".png"))
          .count();
    }
  }

  private static List<Path> results(HubWorld world) throws Exception {
    return world.files(PARTNER_SUPPORT, "inbox").stream()
        .filter(file -> file.getFileName().toString().startsWith("UPJSK_"))
        .toList();
  }

  private static List<ResultPage> boxes(HubWorld world) throws Exception {
    var job = world.second().books().faxJobs().find(sent(world).id()).orElseThrow();
    return FaxBoxes.read(world.second().books().vault().read(job.boxes()));
  }

  private static Path send(HubWorld world, Path out) throws Exception {
    for (GeneratedFile file :
        MONTH
            .slips()
            .filter(unit -> unit.from().equals(PARTNER_SUPPORT) && unit.to().equals(DAY_CARE))
            .findFirst()
            .orElseThrow()
            .files()) {
      world.drop(PARTNER_SUPPORT, file.name(), file.content());
    }
    world.await(
        "the number is asked about", () -> find(world, Question.Kind.CHECK_FAX_NUMBER).isPresent());
    Question number = find(world, Question.Kind.CHECK_FAX_NUMBER).orElseThrow();
    world
        .second()
        .books()
        .questions()
        .answer(number, Map.of(0, "確認済み 架空花子", 1, "確認済み 架空花子"), "person:test");
    world.await("the FAX server gets it", () -> tiff(out).isPresent());
    return tiff(out).orElseThrow();
  }

  private static Optional<Path> tiff(Path out) throws Exception {
    try (Stream<Path> all = Files.list(out)) {
      return all.filter(file -> file.toString().endsWith("-1.tif")).findFirst();
    }
  }

  private static Optional<Question> question(HubWorld world) {
    return find(world, Question.Kind.FAX_RESULTS);
  }

  private static Optional<Question> find(HubWorld world, Question.Kind kind) {
    return world.second().books().questions().open().stream()
        .filter(question -> question.kind() == kind)
        .findFirst();
  }

  private static Parcel sent(HubWorld world) {
    return world.second().books().parcels().sentBy(PARTNER_SUPPORT.number(), 1).get(0);
  }
}
