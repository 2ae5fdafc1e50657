package careplanhub.hub;

import careplanhub.hub.Differences.Difference;
import careplanhub.office.CorrectionSettings;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.units.RowChange;
import careplanhub.store.DurableFiles;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The pages in 要確認/ that show staff how what is to be sent differs from what was sent. Safe for
 * every thread.
 */
final class DifferencePages {
  private static final int NAME_LENGTH = 8;

  private final OfficeFolders folder;
  private final Directory directory;
  private final CorrectionSettings settings;
  private final DurableFiles files;
  private final Clock clock;
  private final TemplateEngine pages = TemplateEngine.createPrecompiled(ContentType.Html);

  DifferencePages(
      OfficeFolders folder,
      Directory directory,
      CorrectionSettings settings,
      DurableFiles files,
      Clock clock) {
    this.folder = folder;
    this.directory = directory;
    this.settings = settings;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Writes the page of a unit.
   *
   * @return its name
   */
  String write(OutgoingWork work, List<Difference> differences) throws IOException {
    DifferencePage page =
        new DifferencePage(
            named(work.unit().office()),
            ListRows.time(clock.instant()),
            differences.stream().map(this::section).toList());
    StringOutput html = new StringOutput();
    pages.render("difference.jte", page, html);
    files.replaceWhole(fileOf(work), html.toString().getBytes(StandardCharsets.UTF_8));
    return String.valueOf(fileOf(work).getFileName());
  }

  /** Moves the page to done/ when there is one. */
  void putAway(OutgoingWork work) throws IOException {
    Path page = fileOf(work);
    if (Files.exists(page)) {
      files.moveInto(page, folder.done(work.unit().office()), String.valueOf(page.getFileName()));
    }
  }

  private Path fileOf(OutgoingWork work) {
    return folder
        .questions(work.unit().office())
        .resolve("違い-" + work.unit().id().substring(0, NAME_LENGTH) + ".html");
  }

  private String named(OfficeNumber office) {
    return directory.nameOf(office).map(name -> office + " " + name).orElse(office.value());
  }

  private DifferencePage.Section section(Difference difference) {
    int shown = Math.min(settings.shownChanges(), difference.changes().size());
    return new DifferencePage.Section(
        named(difference.addressee()),
        difference.changes().stream().limit(shown).map(DifferencePages::change).toList(),
        difference.changes().size() - shown,
        difference.missing().stream()
            .flatMap(delete -> delete.lines().stream())
            .limit(settings.shownChanges())
            .toList());
  }

  private static DifferencePage.Change change(RowChange change) {
    Row row = change.row();
    return new DifferencePage.Change(
        row.layout().japaneseName(),
        word(change),
        row.user().insurerNumber() + " " + row.user().insuredNumber(),
        change.fields().stream()
            .map(
                field ->
                    new DifferencePage.Value(
                        field.japaneseName(),
                        RowChange.value(change.before(), field),
                        RowChange.value(change.after(), field)))
            .toList());
  }

  private static String word(RowChange change) {
    if (change.before() == null) {
      return "追加";
    }
    return change.after() == null ? "なくなる" : "変更";
  }

  /** What differs, in counts only. */
  String summary(List<Difference> differences) {
    StringBuilder text = new StringBuilder();
    for (Difference difference : differences) {
      Map<String, Long> counts =
          difference.changes().stream()
              .collect(
                  Collectors.groupingBy(
                      change -> change.row().layout().japaneseName() + " " + word(change),
                      LinkedHashMap::new,
                      Collectors.counting()));
      text.append("送信先 ").append(named(difference.addressee())).append("：");
      text.append(
          counts.entrySet().stream()
              .map(count -> count.getKey() + " " + count.getValue() + " 行")
              .collect(Collectors.joining("、")));
      int missing = difference.missing().stream().mapToInt(one -> one.held().size()).sum();
      if (missing > 0) {
        text.append(counts.isEmpty() ? "" : "、")
            .append("今回のファイルに無いもの ")
            .append(missing)
            .append(" 件");
      }
      text.append("\n");
    }
    return text.toString();
  }
}
