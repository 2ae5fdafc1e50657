package careplanhub.vendor.excel;

import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.vendor.FileAdapter;
import careplanhub.vendor.FileLimits;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorFinding;
import careplanhub.vendor.VendorWriting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Workbooks (.xlsx) for offices whose software takes nothing: plans as a sheet of services whose
 * days staff fill in, and other files as sheets to read. A filled-in sheet becomes results.
 */
public final class ExcelAdapter implements FileAdapter {
  private static final String RESULT = "UPJSK";
  private static final List<String> SERVICES = List.of("UPPLAN", RESULT);
  private static final List<String> SHEETS =
      List.of("UPSIKYU", "UPHOSOKU", "UP1KYO", "UP2KYO", "UP3KYO");
  private static final String PLANNED_DAYS = "日ごとの予定";
  private static final String DONE_DAYS = "日ごとの実績";

  @Override
  public String name() {
    return "excel";
  }

  @Override
  public List<String> columns() {
    return Stream.concat(
            Arrays.stream(SheetColumn.values()).map(SheetColumn::heading),
            Stream.of(PLANNED_DAYS, DONE_DAYS))
        .toList();
  }

  @Override
  public Set<String> lostColumns() {
    return Set.of(SheetColumn.SERVICE_TYPE.heading(), PLANNED_DAYS);
  }

  @Override
  public Map<String, Set<String>> keptFields() {
    Set<String> ofServices =
        Stream.of(
                Arrays.stream(SheetColumn.values())
                    .map(SheetColumn::field)
                    .flatMap(Optional::stream),
                HiddenFields.KEYS.stream(),
                Stream.of("serviceDate", "serviceCount"))
            .flatMap(fields -> fields)
            .collect(Collectors.toUnmodifiableSet());
    Map<String, Set<String>> kept = new LinkedHashMap<>();
    SERVICES.forEach(kind -> kept.put(kind, ofServices));
    for (String kind : SHEETS) {
      kept.put(
          kind,
          layout(kind).fields().stream().map(Field::key).collect(Collectors.toUnmodifiableSet()));
    }
    return kept;
  }

  private static Layout layout(String kind) {
    return Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
  }

  @Override
  public Set<String> makes() {
    return Set.of(RESULT);
  }

  @Override
  public boolean recognises(NamedSource source, FileLimits limits) throws IOException {
    try (InputStream in = source.bytes().open()) {
      return ReadSheet.first(in, limits, (name, rows) -> ServiceSheetReading.isServiceSheet(rows));
    } catch (UnusableWorkbookException e) {
      return false;
    }
  }

  @Override
  public ReadReport read(
      NamedSource source, VendorContext context, FileLimits limits, Consumer<Row> rows)
      throws IOException {
    try (InputStream in = source.bytes().open()) {
      return ReadSheet.first(
          in, limits, (name, sheet) -> new ServiceSheetReading(context, rows).read(name, sheet));
    } catch (UnusableWorkbookException e) {
      return new ReadReport(
          List.of(), List.of(), List.of(VendorFinding.OTHER_LAYOUT.of(e.advice())), 0, 0);
    }
  }

  @Override
  public VendorWriting writing(FileName name, OfficeKnowledge knowledge, OutputStream out) {
    return SERVICES.contains(name.kind())
        ? new ServiceSheetWriting(name, out)
        : new PlainSheetWriting(layout(name.kind()), out);
  }

  @Override
  public String shown(byte[] file) throws IOException {
    try {
      return ReadSheet.first(
          new ByteArrayInputStream(file), FileLimits.defaults(), ExcelAdapter::lines);
    } catch (UnusableWorkbookException e) {
      throw new IOException("A workbook that was written cannot be read", e);
    }
  }

  /** The cells of each row as A3=…: places and texts, one after another. */
  private static String lines(String name, SheetRows rows) throws UnusableWorkbookException {
    StringBuilder lines = new StringBuilder(name).append('\n');
    for (SheetRow row = rows.next(); row != null; row = rows.next()) {
      String before = "";
      for (int place = 0; place < row.width(); place++) {
        if (!row.text(place).isEmpty()) {
          lines.append(before).append(SheetText.letters(place)).append(row.line());
          lines.append('=').append(row.text(place).replace("\n", "\\n"));
          before = " | ";
        }
      }
      lines.append('\n');
    }
    return lines.toString();
  }
}
