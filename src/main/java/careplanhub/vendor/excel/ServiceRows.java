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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the standard as rows of the sheet of services: those that agree in all but their day
 * share one, and a second row of the same day begins another. For one thread.
 */
final class ServiceRows {
  private static final SheetColumn[] COLUMNS = SheetColumn.values();
  private static final List<SheetColumn> TIMES = List.of(SheetColumn.START, SheetColumn.END);
  private static final int TYPE_LENGTH = 2;
  private static final int MONTH_LENGTH = 6;
  private static final int DATE_LENGTH = 8;

  /** The fields of the columns, null where one has none, and behind them those that are hidden. */
  private static final @Nullable String[] FIELDS =
      Stream.concat(
              Arrays.stream(COLUMNS).map(column -> column.field().orElse(null)),
              HiddenFields.KEYS.stream())
          .toArray(String[]::new);

  private static final int[] PLACES = IntStream.range(0, FIELDS.length).toArray();

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
  private String[] hiddenValues = {};
  private String hidden = "";

  /** One row of the sheet, and the next that is like it but for its days. */
  static final class Service {
    private final String[] cells;
    private String usual = "";
    private @Nullable String @Nullable [] others;
    private int days;
    private @Nullable Service next;

    private Service(String[] cells) {
      this.cells = cells;
    }

    /** What stands in a column; behind the seal the hidden fields, which are not in it. */
    String cell(SheetColumn column) {
      return cells[column.index()];
    }

    /** The hidden fields as one text. */
    String hidden() {
      return cells[COLUMNS.length];
    }

    /** The days that have a count, as bits: bit 1 is the first. */
    int days() {
      return days;
    }

    boolean has(int day) {
      return (days & 1 << day) != 0;
    }

    /** The count of a day that has one, from 1. */
    String count(int day) {
      String other = others == null ? null : others[day];
      return other == null ? usual : other;
    }

    /** Nearly all days of a service have the same count. */
    private void put(int day, String count) {
      if (count.isEmpty()) {
        return;
      }
      if (days == 0) {
        usual = count;
      } else if (!count.equals(usual)) {
        others = others == null ? new String[ServiceSheet.DAYS + 1] : others;
        others[day] = count;
      }
      days |= 1 << day;
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
        Arrays.stream(FIELDS)
            .mapToInt(field -> field != null && next.has(field) ? next.position(field) : -1)
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
    String[] values = new String[FIELDS.length];
    for (int column = 0; column < values.length; column++) {
      values[column] = positions[column] < 0 ? "" : row.value(positions[column]);
    }
    return values;
  }

  /** The cells of the columns, and behind them the hidden fields. */
  private String[] cells(String[] values) throws UnreadableException {
    String[] cells = Arrays.copyOf(values, COLUMNS.length + 1);
    for (SheetColumn time : TIMES) {
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
    cells[COLUMNS.length] = hidden(values);
    cells[SheetColumn.SEAL.index()] = cells[COLUMNS.length];
    cells[SheetColumn.SEAL.index()] = seal.of(cells);
    return cells;
  }

  /** The same text again for what mostly is the same as in the service before. */
  private String hidden(String[] values) {
    boolean isLast = hiddenValues.length > 0;
    for (int place = COLUMNS.length; isLast && place < values.length; place++) {
      isLast = values[place].equals(hiddenValues[place]);
    }
    if (!isLast) {
      hidden = HiddenFields.joined(Arrays.asList(values).subList(COLUMNS.length, values.length));
      hiddenValues = values;
    }
    return hidden;
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
