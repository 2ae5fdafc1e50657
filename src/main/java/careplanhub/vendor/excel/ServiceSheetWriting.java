package careplanhub.vendor.excel;

import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.ServiceType;
import careplanhub.standard.Standard;
import careplanhub.vendor.VendorFinding;
import careplanhub.vendor.VendorWriting;
import careplanhub.vendor.form.UnreadableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes plans or results as a sheet of services, one row a service, with a column for each day
 * planned and each day done. Rows that agree in all but their day share one. For one thread.
 */
final class ServiceSheetWriting implements VendorWriting {
  private static final String SLIP = "UPPLAN";
  private static final int TYPE_LENGTH = 2;
  private static final int DATE_LENGTH = 8;
  private static final double DAY_WIDTH = 4.5;
  private static final int FROZEN_COLUMNS = 2;

  private final FileName name;
  private final OutputStream out;
  private final List<String> headings = ServiceSheet.headings();
  private final List<Service> services = new ArrayList<>();
  private final Map<List<String>, List<Service>> byKey = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private boolean finished;

  /** One row of the sheet: its cells, and the counts of its days. */
  @SuppressWarnings("ArrayRecordComponent") // filled day by day, never compared
  private record Service(Map<SheetColumn, String> cells, String[] days) {}

  ServiceSheetWriting(FileName name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public void write(Row row) {
    try {
      Map<SheetColumn, String> cells = cells(row);
      int day = day(row);
      List<Service> ofKey =
          byKey.computeIfAbsent(List.copyOf(cells.values()), key -> new ArrayList<>());
      Service service = null;
      for (Service one : ofKey) {
        if (service == null && one.days()[day - 1].isEmpty()) {
          service = one;
        }
      }
      if (service == null) {
        service = new Service(cells, emptyDays());
        ofKey.add(service);
        services.add(service);
      }
      service.days()[day - 1] = row.get("serviceCount");
    } catch (UnreadableException e) {
      Layout layout = row.layout();
      String key = e.place() == null ? "serviceDate" : e.place();
      findings.add(
          VendorFinding.UNWRITABLE_VALUE.at(
              row.line(),
              row.record(),
              layout.position(key) + 1,
              layout.field(key).japaneseName(),
              e.advice()));
    }
  }

  private static String[] emptyDays() {
    String[] days = new String[ServiceSheet.DAYS];
    Arrays.fill(days, "");
    return days;
  }

  private static Map<SheetColumn, String> cells(Row row) throws UnreadableException {
    Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
    for (SheetColumn column : SheetColumn.values()) {
      String field = column.field().orElse("");
      cells.put(column, field.isEmpty() || !row.layout().has(field) ? "" : row.get(field));
    }
    for (SheetColumn time : List.of(SheetColumn.START, SheetColumn.END)) {
      try {
        cells.put(time, ServiceSheet.TIME.write(cells.getOrDefault(time, "")));
      } catch (UnreadableException e) {
        throw e.at(time.field().orElse(""));
      }
    }
    String code = row.get("serviceCode");
    String type = code.length() < TYPE_LENGTH ? "" : code.substring(0, TYPE_LENGTH);
    cells.put(
        SheetColumn.SERVICE_TYPE,
        Standard.data().serviceType(type).map(ServiceType::name).orElse(""));
    cells.put(SheetColumn.SEAL, Seal.of(column -> cells.getOrDefault(column, "")));
    return cells;
  }

  private static int day(Row row) throws UnreadableException {
    String date = row.get("serviceDate");
    boolean right =
        date.length() == DATE_LENGTH
            && date.startsWith(row.get("targetMonth"))
            && date.matches("[0-9]{6}(0[1-9]|[12][0-9]|3[01])");
    if (!right) {
      throw new UnreadableException("対象年月の日ではないので書けません。");
    }
    return Integer.parseInt(date.substring(DATE_LENGTH - 2));
  }

  @Override
  public List<Finding> finish() throws IOException {
    if (!finished) {
      finished = true;
      WrittenWorkbook.write(out, ServiceSheet.NAME, this::fill);
    }
    return List.copyOf(findings);
  }

  private void fill(Worksheet sheet) {
    sheet.value(0, 0, ServiceSheet.MARK);
    sheet.value(0, headings.indexOf(SheetColumn.OFFICE_NAME.heading()), ServiceSheet.ADVICE);
    for (int column = 0; column < headings.size(); column++) {
      WrittenWorkbook.heading(sheet, ServiceSheet.HEADING_ROW, column, headings.get(column));
    }
    for (int day = 1; day <= ServiceSheet.DAYS; day++) {
      sheet.width(headings.indexOf(ServiceSheet.planned(day)), DAY_WIDTH);
      sheet.width(headings.indexOf(ServiceSheet.done(day)), DAY_WIDTH);
    }
    for (SheetColumn column : SheetColumn.values()) {
      int place = headings.indexOf(column.heading());
      sheet.width(place, column.width());
      if (column.isHidden()) {
        sheet.hideColumn(place);
      }
    }
    sheet.freezePane(FROZEN_COLUMNS, ServiceSheet.FIRST_ROW);
    for (int row = 0; row < services.size(); row++) {
      fill(sheet, ServiceSheet.FIRST_ROW + row, services.get(row));
    }
  }

  private void fill(Worksheet sheet, int row, Service service) {
    service
        .cells()
        .forEach(
            (column, cell) ->
                WrittenWorkbook.text(sheet, row, headings.indexOf(column.heading()), cell));
    boolean plan = name.kind().equals(SLIP);
    int first = headings.indexOf(plan ? ServiceSheet.planned(1) : ServiceSheet.done(1));
    for (int day = 0; day < ServiceSheet.DAYS; day++) {
      WrittenWorkbook.text(sheet, row, first + day, service.days()[day]);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
