package careplanhub.lab.bench;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.IntakeSettings;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Replacement;
import careplanhub.standard.Row;
import careplanhub.standard.RowReader;
import careplanhub.standard.RowWriter;
import careplanhub.standard.Standard;
import careplanhub.standard.UnwritableException;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.ClockSerials;
import careplanhub.vendor.FolderTables;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.UserMatches;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorWriting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One adapter at work on the files of a folder, from file to file in both directions and row by
 * row, on one thread. A row that does not come through ends it: figures of lost rows say nothing.
 */
final class Translations {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  private final Adapter adapter;
  private final TranslateFolder folder;
  private final Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
  private final IntakeSettings limits = HubSettings.defaults().intake();
  private final Map<OfficeNumber, OfficeKnowledge> knowledge = new HashMap<>();

  Translations(Adapter adapter, TranslateFolder folder) throws IOException {
    this.adapter = adapter;
    this.folder = folder;
    for (Path file : folder.standardFiles()) {
      OfficeNumber office = TranslateFolder.nameOf(file).from();
      if (!knowledge.containsKey(office)) {
        FolderTables tables =
            FolderTables.read(folder.tables(office), HubSettings.defaults().vendors());
        knowledge.put(office, new OfficeKnowledge(tables, UserMatches.none()));
      }
    }
  }

  /** What a translation meets that it cannot carry; says nothing of the rows. */
  static final class NotCarried extends IOException {
    private static final long serialVersionUID = 1L;

    NotCarried(String message) {
      super(message);
    }
  }

  /**
   * Reads a file of the standard and writes the vendor's.
   *
   * @return how many rows
   */
  long fromStandard(Path standardFile, OutputStream out) throws IOException {
    FileName name = TranslateFolder.nameOf(standardFile);
    long rows = 0;
    try (RowReader reader =
            RowReader.open(
                Files.newInputStream(standardFile),
                layout(name),
                CheckOptions.tolerant().reading(),
                finding -> {});
        VendorWriting writing = adapter.writing(name, knowledgeOf(name), out)) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        writing.write(row);
        rows++;
      }
      requireNoErrors(writing.finish());
    }
    return rows;
  }

  /**
   * Reads the vendor's file with the rows of a file of the standard and writes the standard's.
   *
   * @return how many rows
   */
  long toStandard(Path standardFile, OutputStream out) throws IOException {
    FileName name = TranslateFolder.nameOf(standardFile);
    Path vendorFile = folder.vendorFile(name);
    NamedSource source =
        new NamedSource(vendorFile.toString(), () -> Files.newInputStream(vendorFile));
    try (RowWriter writer = new RowWriter(out, layout(name), Translations::refuse)) {
      ReadReport report = adapter.read(source, contextOf(name), row -> write(row, writer));
      requireNoErrors(report.findings());
      if (!report.unmatched().isEmpty() || report.notExchanged() > 0) {
        throw new NotCarried("Rows were left behind");
      }
      return writer.records();
    }
  }

  /** The name of the vendor's file. */
  String vendorName(FileName name) {
    return adapter.nameOf(name);
  }

  private static void write(Row row, RowWriter writer) {
    try {
      writer.write(row);
    } catch (IOException | UnwritableException e) {
      throw new IllegalStateException("What goes nowhere can always be written", e);
    }
  }

  private static void refuse(Replacement replaced) {
    throw new IllegalStateException("The generator made a foreign character");
  }

  private static void requireNoErrors(List<Finding> findings) throws NotCarried {
    if (findings.stream().anyMatch(Finding::isError)) {
      throw new NotCarried("The layout cannot carry these rows");
    }
  }

  private static Layout layout(FileName name) {
    return Standard.data().layout(name.version(), name.kind()).orElseThrow();
  }

  private OfficeKnowledge knowledgeOf(FileName name) {
    return knowledge.getOrDefault(name.from(), OfficeKnowledge.none());
  }

  private VendorContext contextOf(FileName name) {
    boolean result = name.kind().equals("UPJSK");
    return new VendorContext(
            name.from(),
            Directory.empty(),
            SupportOfficeLookup.always(result ? name.to() : name.from()),
            new ClockSerials(clock),
            clock,
            limits)
        .with(knowledgeOf(name))
        .in(name.month() == null ? null : YearMonth.parse(name.month(), MONTH));
  }
}
