package careplanhub.cli;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.FileReport;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UnitCheck;
import careplanhub.standard.UnitKey;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.VersionStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes files of the standard, each send unit whole or not at all, to the other version. */
final class BetweenVersions {
  private final StandardVersion to;
  private final VersionStep step;
  private final CheckOptions options;
  private final TranslationLog log;

  BetweenVersions(StandardVersion to, VersionStep step, CheckOptions options, TranslationLog log) {
    this.to = to;
    this.step = step;
    this.options = options;
    this.log = log;
  }

  /** The files of the units that could be taken there whole. */
  List<TranslatedFile> translate(List<Path> files) throws IOException {
    if (to == StandardVersion.V3_2) {
      log.note("第3.2版に直します。連携基盤は 2027 年 1 月に第3版の扱いをやめます。");
    }
    Map<UnitKey, Map<Path, FileName>> units = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        FileName name = FileName.parse(String.valueOf(file.getFileName()));
        units.computeIfAbsent(name.unit(), key -> new LinkedHashMap<>()).put(file, name);
      } catch (FileNameException e) {
        log.tell(file, List.of(e.finding()));
      }
    }
    List<TranslatedFile> translated = new ArrayList<>();
    for (Map<Path, FileName> unit : units.values()) {
      translated.addAll(translate(unit));
    }
    return translated;
  }

  private List<TranslatedFile> translate(Map<Path, FileName> unit) throws IOException {
    List<NamedSource> sources = new ArrayList<>();
    unit.keySet()
        .forEach(
            file ->
                sources.add(new NamedSource(file.toString(), () -> Files.newInputStream(file))));
    if (tellsErrors(UnitCheck.check(sources, options))) {
      return List.of();
    }
    List<VersionStep.File> files = new ArrayList<>();
    for (Map.Entry<Path, FileName> file : unit.entrySet()) {
      files.add(new VersionStep.File(file.getValue(), rows(file.getKey(), file.getValue())));
    }
    VersionStep.Stepped stepped = step.to(to, files);
    return tellsErrors(stepped.reports()) ? List.of() : written(stepped.files());
  }

  private boolean tellsErrors(List<FileReport> reports) {
    reports.forEach(report -> log.tell(Path.of(report.file()), report.findings()));
    return reports.stream().anyMatch(FileReport::hasErrors);
  }

  private List<Row> rows(Path file, FileName name) throws IOException {
    List<Row> rows = new ArrayList<>();
    if (name.isImage()) {
      return rows;
    }
    ReadOptions reading = options.reading();
    try (InputStream in = Files.newInputStream(file);
        RowReader reader = RowReader.open(in, layout(name), reading, finding -> {})) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<TranslatedFile> written(List<VersionStep.File> files) throws IOException {
    List<TranslatedFile> written = new ArrayList<>();
    for (VersionStep.File file : files) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (RowWriter writer = new RowWriter(bytes, layout(file.name()), replacement -> {})) {
        for (Row row : file.rows()) {
          writer.write(row);
        }
      } catch (UnwritableException e) {
        log.tell(Path.of(file.name().format()), List.of(e.finding()));
        return List.of();
      }
      written.add(new TranslatedFile(file.name().format(), bytes.toByteArray()));
    }
    return written;
  }

  private static Layout layout(FileName name) {
    return Standard.data().layout(name.version(), name.kind()).orElseThrow();
  }
}
