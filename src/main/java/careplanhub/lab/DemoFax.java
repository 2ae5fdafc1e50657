package careplanhub.lab;

import careplanhub.channel.fax.FaxBoxes;
import careplanhub.fax.forms.FormDocument.ResultPage;
import careplanhub.fax.forms.ResultLine;
import careplanhub.hub.Hub;
import careplanhub.ledger.Answers;
import careplanhub.ledger.FaxJob;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.Layout;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.store.ContentId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands for all around the hubs' FAX machines: the FAX server that sends and reports, the partner
 * who fills in result sheets by hand and sends them back, and the staff who check numbers and
 * compare what was read with the paper. For one thread.
 */
final class DemoFax {
  private static final long SEED = 6;
  private static final String ACTOR = "person:demo";
  private static final String CHECKED = "確認済み 架空花子";
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final Layout RESULTS =
      Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();

  private final List<Side> sides;
  private final Map<String, Paper> papers = new LinkedHashMap<>();

  DemoFax(List<Side> sides) {
    this.sides = List.copyOf(sides);
  }

  /** A hub and its folder. */
  record Side(Hub hub, Path folder) {}

  /** The sheets of one parcel that came back. */
  private record Paper(Parcel parcel, PaperResults results) {}

  /** Makes the folders that hubs share with FAX servers; hubs make none of them. */
  static void makeFolders(List<Path> hubs) throws IOException {
    for (Path hub : hubs) {
      for (String folder : List.of(DemoWays.FAX_OUT, DemoWays.FAX_REPORTS, DemoWays.FAX_IN)) {
        Files.createDirectories(hub.resolve(folder));
      }
    }
  }

  /** Does what is to be done now. */
  void work() throws IOException {
    for (Side side : sides) {
      for (Path file : toSend(side)) {
        send(side, file);
      }
      for (Question question : side.hub().books().questions().open()) {
        answer(side, question);
      }
    }
  }

  private static List<Path> toSend(Side side) throws IOException {
    try (Stream<Path> files = Files.list(side.folder().resolve(DemoWays.FAX_OUT))) {
      return files
          .filter(file -> nameOf(file).endsWith(".tif") && !nameOf(file).startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static String nameOf(Path file) {
    return Objects.requireNonNull(file.getFileName()).toString();
  }

  /** The FAX server takes NUMBER_ATTEMPT.tif and reports; what comes back lies in the inbox. */
  private void send(Side side, Path file) throws IOException {
    String name = nameOf(file);
    String attempt = name.substring(name.indexOf('_') + 1, name.lastIndexOf('.'));
    byte[] pages = Files.readAllBytes(file);
    FaxJob job = side.hub().books().faxJobs().ofAttempt(attempt).orElseThrow();
    ContentId boxes = job.boxes();
    if (boxes != null) {
      List<ResultPage> sheets = FaxBoxes.read(side.hub().books().vault().read(boxes));
      PaperResults results = PaperResults.of(sheets, Dice.of(SEED, "paper", papers.size()));
      Files.write(
          side.folder().resolve(DemoWays.FAX_IN).resolve(attempt + ".tif"),
          FilledFax.sentBack(pages, sheets, results::days, SEED + papers.size()));
      papers.put(
          job.parcel(),
          new Paper(side.hub().books().parcels().find(job.parcel()).orElseThrow(), results));
    }
    Files.delete(file);
    Files.writeString(
        side.folder().resolve(DemoWays.FAX_REPORTS).resolve(attempt + ".ok"),
        "OK\r\n",
        StandardCharsets.US_ASCII);
  }

  private void answer(Side side, Question question) {
    Map<Integer, String> answers =
        switch (question.kind()) {
          case CHECK_FAX_NUMBER -> Map.of(0, CHECKED, 1, CHECKED);
          case FAX_RESULTS -> compared(question);
          default -> Map.of();
        };
    if (!answers.isEmpty()) {
      side.hub().books().questions().answer(question, answers, ACTOR);
    }
  }

  /** Clear lines stay as they were read; of doubtful ones the days are written from the paper. */
  private Map<Integer, String> compared(Question question) {
    Paper paper = papers.get(question.subject());
    if (paper == null || paper.results().lines().size() != question.lines().size()) {
      return Map.of();
    }
    List<ResultLine> lines = paper.results().lines();
    Map<Integer, String> answers = new HashMap<>();
    for (int position = 0; position < lines.size(); position++) {
      String days =
          paper.results().days(lines.get(position)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(","));
      String written = days.isEmpty() ? Answers.NOT_TAKEN : days;
      boolean isClear = Answers.isPossible(question, position, Answers.AS_READ);
      answers.put(position, isClear ? Answers.AS_READ : written);
    }
    return answers;
  }

  /** The results that must arrive for the sheets that came back so far. */
  List<DemoMonthEnd.TranslatedArrival> arrivals() {
    return papers.values().stream()
        .map(
            paper ->
                new DemoMonthEnd.TranslatedArrival(
                    office(paper.parcel().sender()),
                    office(paper.parcel().addressee()),
                    month(paper),
                    paper.results().rows()))
        .toList();
  }

  private static SyntheticOffice office(OfficeNumber number) {
    return Stream.of(
            SyntheticCorporation.first(),
            SyntheticCorporation.second(),
            SyntheticCorporation.faxOnly())
        .flatMap(corporation -> corporation.offices().stream())
        .filter(office -> office.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static YearMonth month(Paper paper) {
    return YearMonth.parse(paper.results().lines().get(0).targetMonth(), MONTH);
  }

  /** How many visits stand on the papers. */
  long rows() {
    return papers.values().stream().mapToLong(paper -> paper.results().rows()).sum();
  }

  /** What differs between the files that an office got and the paper, in Japanese. */
  List<String> problems(SyntheticOffice support, List<Path> files) {
    List<Row> arrived = new ArrayList<>();
    files.forEach(file -> arrived.addAll(read(file)));
    long wrong =
        papers.values().stream()
            .filter(paper -> paper.parcel().sender().equals(support.number()))
            .mapToLong(paper -> paper.results().wrong(arrived))
            .sum();
    return wrong == 0 ? List.of() : List.of("FAX の記入票と違う実績が " + wrong + " 行あります。");
  }

  private static List<Row> read(Path file) {
    List<Row> rows = new ArrayList<>();
    try (RowReader reader =
        RowReader.open(
            Files.newInputStream(file),
            RESULTS,
            CheckOptions.tolerant().reading(),
            finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("results cannot be read", e);
    }
    return rows;
  }
}
