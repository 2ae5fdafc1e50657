package careplanhub.vendor.excel;

import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorFinding;
import careplanhub.vendor.VendorRows.Damaged;
import careplanhub.vendor.excel.SheetRow.Kind;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.UnreadableException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes rows of what staff filled in as done. A row that is not as the hub wrote it, but for its
 * times, units and days, makes none and is told. Used once, by one thread.
 */
final class ServiceSheetReading {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final String ONCE = "1";
  private static final SheetColumn[] COLUMNS = SheetColumn.values();
  private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(24L * 60);

  private final Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
  private final VendorContext context;
  private final Consumer<Row> rows;
  private final String today;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] columnPlaces = new int[COLUMNS.length];
  private final int[] donePlaces = new int[ServiceSheet.DAYS];
  private final int[] fields =
      Arrays.stream(COLUMNS)
          .mapToInt(column -> column.field().map(layout::position).orElse(-1))
          .toArray();
  private final int countPosition = layout.position("serviceCount");
  private final int datePosition = layout.position("serviceDate");
  private final int versionPosition = layout.position("csvVersion");
  private final int createdPosition = layout.position("createdOn");
  private final int updatedByPosition = layout.position("updatedByOfficeNumber");
  private final ServiceCells cells = new ServiceCells();
  private final int[] hiddenFields =
      HiddenFields.KEYS.stream().mapToInt(layout::position).toArray();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Damaged> damaged = new ArrayList<>();
  private String sheet = "";
  private long records;
  private long more;
  private String lastMonth = "";
  private int lastMonthLength;

  ServiceSheetReading(VendorContext context, Consumer<Row> rows) {
    this.context = context;
    this.rows = rows;
    this.today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(context.clock()));
  }

  /** Whether the rows are those of a sheet that the hub wrote, in whatever form. */
  static boolean isServiceSheet(SheetRows rows) throws UnusableWorkbookException {
    SheetRow first = rows.next();
    return first != null && first.text(0).startsWith(ServiceSheet.ANY_MARK);
  }

  ReadReport read(String name, SheetRows all) throws UnusableWorkbookException {
    sheet = name;
    boolean usable = false;
    for (SheetRow row = all.next();
        row != null && records <= context.limits().maximumVendorRows();
        row = all.next()) {
      if (row.line() == 1 && !row.text(0).equals(ServiceSheet.MARK)) {
        throw UnusableWorkbookException.ofOtherForm();
      }
      if (row.line() == ServiceSheet.HEADING_ROW + 1) {
        usable = takeHeadings(row);
      } else if (row.line() > ServiceSheet.HEADING_ROW + 1 && usable) {
        take(row);
      }
    }
    if (records > context.limits().maximumVendorRows()) {
      damaged.add(new Damaged(records, null));
      add(
          VendorFinding.TOO_MANY_RECORDS.of(
              "行が " + context.limits().maximumVendorRows() + " 行を超えています。ファイルを分けてください。"));
    } else if (records == 0 && findings.isEmpty()) {
      add(VendorFinding.NO_RECORDS.of("見出しの下に行がありません。"));
    }
    return report();
  }

  private ReadReport report() {
    if (more > 0) {
      findings.add(VendorFinding.MORE_FINDINGS.of("指摘がほかに " + more + " 件あります。"));
    }
    return new ReadReport(damaged, List.of(), findings, records, 0);
  }

  private boolean takeHeadings(SheetRow row) {
    for (int place = 0; place < row.width(); place++) {
      places.putIfAbsent(HalfWidth.key(row.text(place)), place);
    }
    for (SheetColumn column : COLUMNS) {
      columnPlaces[column.index()] = place(column.heading());
    }
    for (int day = 1; day <= donePlaces.length; day++) {
      donePlaces[day - 1] = place(ServiceSheet.done(day));
    }
    boolean usable = true;
    for (String heading : ServiceSheet.headings()) {
      if (place(heading) < 0) {
        usable = false;
        add(
            VendorFinding.COLUMN_MISSING.at(
                (long) row.line(),
                null,
                null,
                named(heading),
                "列「" + heading + "」がありません。見出しの行を元に戻してください。"));
      }
    }
    return usable;
  }

  private int place(String heading) {
    return places.getOrDefault(HalfWidth.key(heading), -1);
  }

  private String named(String heading) {
    return "シート「" + sheet + "」 " + heading;
  }

  private void take(SheetRow row) {
    cells.take(row, columnPlaces);
    int days = daysIn(row);
    if (days == 0 && cells.areBlank()) {
      return;
    }
    records++;
    try {
      cells.checkSeal();
      if (days != 0) {
        make(row, days);
      }
    } catch (UnreadableException e) {
      damage(row, e);
    }
  }

  /** The days that hold something, as bits: bit 1 is the first. */
  private int daysIn(SheetRow row) {
    int days = 0;
    for (int day = 1; day <= donePlaces.length; day++) {
      int place = donePlaces[day - 1];
      Kind kind = row.kind(place);
      if (kind != Kind.NOTHING && (kind != Kind.TEXT || !row.text(place).isBlank())) {
        days |= 1 << day;
      }
    }
    return days;
  }

  private void make(SheetRow row, int days) throws UnreadableException {
    String[] values = new String[layout.width()];
    Arrays.fill(values, "");
    for (SheetColumn column : COLUMNS) {
      if (fields[column.index()] >= 0) {
        values[fields[column.index()]] = cells.text(column);
      }
    }
    List<String> hiddenValues = cells.hiddenValues();
    for (int field = 0; field < hiddenFields.length; field++) {
      values[hiddenFields[field]] = hiddenValues.get(field);
    }
    values[fields[SheetColumn.START.index()]] = time(row, SheetColumn.START);
    values[fields[SheetColumn.END.index()]] = time(row, SheetColumn.END);
    values[fields[SheetColumn.UNITS.index()]] =
        read(
            row,
            columnPlaces[SheetColumn.UNITS.index()],
            SheetColumn.UNITS.heading(),
            ServiceSheet.UNITS);
    values[versionPosition] = "202407";
    values[createdPosition] = today;
    values[updatedByPosition] = context.office().value();
    made(row, days, values).forEach(rows);
  }

  /** A row for each day that was done; none when one of them cannot be read. */
  private List<Row> made(SheetRow row, int filled, String[] values) throws UnreadableException {
    List<Row> made = new ArrayList<>();
    String month = values[fields[SheetColumn.MONTH.index()]];
    int last = lengthOf(month);
    for (int days = filled; days != 0; days &= days - 1) {
      int day = Integer.numberOfTrailingZeros(days);
      String count = count(row, day);
      if (!count.isEmpty()) {
        if (day > last) {
          throw new UnreadableException("この月に無い日です。").at(ServiceSheet.done(day));
        }
        String[] ofDay = values.clone();
        ofDay[countPosition] = count;
        ofDay[datePosition] = month + (day < 10 ? "0" : "") + day;
        made.add(Row.of(layout, ofDay));
      }
    }
    return made;
  }

  private int lengthOf(String month) throws UnreadableException {
    if (!month.equals(lastMonth)) {
      try {
        lastMonthLength = YearMonth.parse(month, MONTH).lengthOfMonth();
        lastMonth = month;
      } catch (DateTimeParseException e) {
        throw new UnreadableException("年月（YYYYMM）ではありません。").at(SheetColumn.MONTH.heading());
      }
    }
    return lastMonthLength;
  }

  private String count(SheetRow row, int day) throws UnreadableException {
    int place = donePlaces[day - 1];
    Kind kind = row.kind(place);
    String cell = row.text(place);
    if (kind == Kind.NUMBER && cell.equals(ONCE)) {
      return ONCE;
    }
    if (cell.equals("○") || cell.equals("◯")) {
      return ONCE;
    }
    String count = read(row, place, ServiceSheet.done(day), ServiceSheet.COUNT);
    return count.isEmpty() || HalfWidth.isZero(count) ? "" : count;
  }

  private static String read(SheetRow row, int place, String heading, Form form)
      throws UnreadableException {
    checkKind(row.kind(place), heading);
    try {
      return form.read(row.text(place), ignored -> {});
    } catch (UnreadableException e) {
      throw e.at(heading);
    }
  }

  /** A time that was typed is a part of a day, if the spreadsheet took it for one. */
  private String time(SheetRow row, SheetColumn column) throws UnreadableException {
    int place = columnPlaces[column.index()];
    checkKind(row.kind(place), column.heading());
    if (row.kind(place) == Kind.NUMBER) {
      BigDecimal number = new BigDecimal(row.text(place));
      if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0) {
        int minutes = number.multiply(MINUTES_OF_DAY).setScale(0, RoundingMode.HALF_UP).intValue();
        return "%02d%02d".formatted(minutes / 60 % 24, minutes % 60);
      }
    }
    return read(row, place, column.heading(), ServiceSheet.TIME);
  }

  private static void checkKind(Kind kind, String heading) throws UnreadableException {
    if (kind == Kind.FORMULA) {
      throw new UnreadableException("数式は読みません。値を入れてください。").at(heading);
    }
    if (kind == Kind.OTHER) {
      throw new UnreadableException("文字か数を入れてください。").at(heading);
    }
  }

  private void damage(SheetRow row, UnreadableException problem) {
    String heading = problem.place();
    add(
        VendorFinding.UNREADABLE_VALUE.at(
            (long) row.line(),
            records,
            heading == null ? null : place(heading) + 1,
            heading == null ? named("") : named(heading),
            problem.advice()));
    damaged.add(new Damaged(row.line(), cells.user().orElse(null)));
  }

  private void add(Finding finding) {
    if (findings.size() < context.limits().maximumFindings()) {
      findings.add(finding);
    } else {
      more++;
    }
  }
}
