package careplanhub.vendor.excel;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.ServiceType;
import careplanhub.standard.Standard;
import careplanhub.vendor.CellsKey;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the standard as rows of the sheet of services: those that agree in all but their day
 * share one, and a second row of the same day begins another. For one thread.
 */
final class ServiceRows {
  private static final SheetColumn[] COLUMNS = SheetColumn.values();
  private static final int TYPE_LENGTH = 2;
  private static final int MONTH_LENGTH = 6;
  private static final int DATE_LENGTH = 8;

  private static final int[] PLACES = IntStream.range(0, COLUMNS.length).toArray();

  private final Map<CellsKey, Service> byKey = new HashMap<>();
  private final List<Service> all = new ArrayList<>();
  private final Seal seal = new Seal();
  private @Nullable Layout layout;
  private int[] positions = {};
  private int date;
  private int month;
  private int count;
  private String[] lastValues = {};
  private @Nullable Service lastService;

  /** One row of the sheet, and the next that is like it but for its days. */
  static final class Service {
    private final String[] cells;
    private final @Nullable String[] counts = new String[ServiceSheet.DAYS + 1];
    private int days;
    private @Nullable Service next;

    private Service(String[] cells) {
      this.cells = cells;
    }

    String cell(SheetColumn column) {
      return cells[column.index()];
    }

    /** The days that have a count, as bits: bit 1 is the first. */
    int days() {
      return days;
    }

    boolean has(int day) {
      return (days & 1 << day) != 0;
    }

    /** The count of a day, from 1; empty where there is none. */
    String count(int day) {
      String count = counts[day];
      return count == null ? "" : count;
    }

    private void put(int day, String count) {
      counts[day] = count;
      days |= count.isEmpty() ? 0 : 1 << day;
    }
  }

  /** The rows of the sheet in the order in which they began. */
  List<Service> all() {
    return all;
  }

  /**
   * Puts a row where it belongs.
   *
   * @throws UnreadableException when the sheet cannot say it
   */
  void add(Row row) throws UnreadableException {
    if (row.layout() != layout) {
      take(row.layout());
    }
    Service service = lastService;
    if (service == null || !isLikeLast(row)) {
      service = serviceOf(row);
    }
    int day = day(row);
    while (service.has(day)) {
      if (service.next == null) {
        service.next = begun(service.cells);
      }
      service = service.next;
    }
    service.put(day, row.value(count));
  }

  private void take(Layout next) {
    layout = next;
    positions =
        Arrays.stream(COLUMNS)
            .mapToInt(column -> column.field().filter(next::has).map(next::position).orElse(-1))
            .toArray();
    date = next.position("serviceDate");
    month = next.position("targetMonth");
    count = next.position("serviceCount");
    lastService = null;
  }

  /** Files mostly have the days of a service one after another. */
  private boolean isLikeLast(Row row) {
    for (int column = 0; column < positions.length; column++) {
      if (positions[column] >= 0 && !row.value(positions[column]).equals(lastValues[column])) {
        return false;
      }
    }
    return true;
  }

  /** The first of the rows of the sheet that agree with a row. */
  private Service serviceOf(Row row) throws UnreadableException {
    String[] values = values(row);
    CellsKey key = new CellsKey(values, PLACES);
    Service service = byKey.get(key);
    if (service == null) {
      String[] cells = cells(values);
      day(row);
      service = begun(cells);
      byKey.put(key, service);
    }
    lastValues = values;
    lastService = service;
    return service;
  }

  private Service begun(String[] cells) {
    Service service = new Service(cells);
    all.add(service);
    return service;
  }

  /** What the row's fields say for the columns; empty where a column has no field. */
  private String[] values(Row row) {
    String[] values = new String[COLUMNS.length];
    for (int column = 0; column < values.length; column++) {
      values[column] = positions[column] < 0 ? "" : row.value(positions[column]);
    }
    return values;
  }

  private String[] cells(String[] values) throws UnreadableException {
    String[] cells = values.clone();
    for (SheetColumn time : List.of(SheetColumn.START, SheetColumn.END)) {
      try {
        cells[time.index()] = ServiceSheet.TIME.write(cells[time.index()]);
      } catch (UnreadableException e) {
        throw e.at(time.field().orElse(""));
      }
    }
    String code = cells[SheetColumn.CODE.index()];
    String type = code.length() < TYPE_LENGTH ? "" : code.substring(0, TYPE_LENGTH);
    cells[SheetColumn.SERVICE_TYPE.index()] =
        Standard.data().serviceType(type).map(ServiceType::name).orElse("");
    cells[SheetColumn.SEAL.index()] = seal.of(column -> cells[column.index()]);
    return cells;
  }

  /** The row's day, from 1; a row that has none begins no service. */
  private int day(Row row) throws UnreadableException {
    String text = row.value(date);
    boolean isDate = text.length() == DATE_LENGTH && HalfWidth.isDigits(text);
    int day = isDate ? Integer.parseInt(text, MONTH_LENGTH, DATE_LENGTH, 10) : 0;
    if (day < 1 || day > ServiceSheet.DAYS || !text.startsWith(row.value(month))) {
      throw new UnreadableException("対象年月の日ではないので書けません。");
    }
    return day;
  }
}
