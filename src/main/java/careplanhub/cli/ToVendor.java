package careplanhub.cli;

import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.ParsedFileName;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.Standard;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.VendorFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Translates files of the standard, each alone, into a care software's layout. */
final class ToVendor {
  private final Adapter adapter;
  private final ReadOptions reading;
  private final long mostRows;
  private final OfficeKnowledge knowledge;
  private final TranslationLog log;

  ToVendor(
      Adapter adapter,
      ReadOptions reading,
      long mostRows,
      OfficeKnowledge knowledge,
      TranslationLog log) {
    this.adapter = adapter;
    this.reading = reading;
    this.mostRows = mostRows;
    this.knowledge = knowledge;
    this.log = log;
  }

  /** The files of those that could be translated whole. */
  List<TranslatedFile> translate(List<Path> standardFiles) throws IOException {
    List<TranslatedFile> files = new ArrayList<>();
    for (Path file : standardFiles) {
      translate(file, files);
    }
    return files;
  }

  private void translate(Path file, List<TranslatedFile> files) throws IOException {
    FileName name;
    try {
      ParsedFileName parsed = FileName.read(String.valueOf(file.getFileName()));
      log.tell(file, parsed.warnings());
      name = parsed.name();
    } catch (FileNameException e) {
      log.tell(file, List.of(e.finding()));
      return;
    }
    if (!adapter.takes(name.kind())) {
      log.fail(
          file + ": " + adapter.name() + " に直せるのは " + String.join("、", adapter.kinds()) + " だけです。");
      return;
    }
    List<Finding> findings = new ArrayList<>();
    List<Row> rows = rows(file, name, findings);
    log.tell(file, findings);
    if (findings.stream().anyMatch(Finding::isError)) {
      return;
    }
    if (rows.isEmpty()) {
      log.fail(file + ": 直せる行がありません。");
      return;
    }
    List<VendorFile> made = adapter.filesOf(name, rows, knowledge);
    made.forEach(one -> log.tell(file, one.findings()));
    if (made.stream().noneMatch(VendorFile::hasErrors)) {
      made.forEach(one -> files.add(new TranslatedFile(one.name(), one.bytes())));
    }
  }

  private List<Row> rows(Path file, FileName name, List<Finding> findings) throws IOException {
    Layout layout = Standard.data().layout(name.version(), name.kind()).orElseThrow();
    List<Row> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        RowReader reader = RowReader.open(in, layout, reading, findings::add)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
        if (rows.size() > mostRows) {
          log.fail(file + ": 行が " + mostRows + " 行を超えています。ファイルを分けてください。");
          return List.of();
        }
      }
    }
    return rows;
  }
}
