package careplanhub.vendor.excel;

import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
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
import java.util.Optional;
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
  private final Seal seal = new Seal();
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

  /** Whether the rows are those of a sheet that the hub wrote. */
  static boolean isServiceSheet(SheetRows rows) throws UnusableWorkbookException {
    SheetRow first = rows.next();
    return first != null && first.text(0).equals(ServiceSheet.MARK);
  }

  ReadReport read(String name, SheetRows all) throws UnusableWorkbookException {
    sheet = name;
    boolean usable = false;
    for (SheetRow row = all.next();
        row != null && records <= context.limits().maximumVendorRows();
        row = all.next()) {
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

  private String cell(SheetRow row, SheetColumn column) {
    return column.filled(row.text(columnPlaces[column.index()]));
  }

  private void take(SheetRow row) {
    boolean none = true;
    for (int place : donePlaces) {
      Kind kind = row.kind(place);
      none &= kind == Kind.NOTHING || (kind != Kind.FORMULA && row.text(place).isBlank());
    }
    if (none && Arrays.stream(COLUMNS).allMatch(column -> cell(row, column).isBlank())) {
      return;
    }
    records++;
    try {
      checkSeal(row);
      if (!none) {
        make(row);
      }
    } catch (UnreadableException e) {
      damage(row, e);
    }
  }

  private void checkSeal(SheetRow row) throws UnreadableException {
    String sealed = cell(row, SheetColumn.SEAL);
    if (!Seal.isSeal(sealed)) {
      throw new UnreadableException("ハブが書いた行ではありません。サービスを足すときは、同じ利用者の行を（隠れた列ごと）写してください。")
          .at(SheetColumn.SEAL.heading());
    }
    Optional<SheetColumn> changed = seal.firstChanged(sealed, column -> cell(row, column));
    if (changed.isPresent()) {
      throw new UnreadableException("書き換えられています。だれのどのサービスか分からなくなるので、届いたファイルのとおりに戻してください。")
          .at(changed.get().heading());
    }
  }

  private void make(SheetRow row) throws UnreadableException {
    String[] values = new String[layout.width()];
    Arrays.fill(values, "");
    for (SheetColumn column : COLUMNS) {
      if (fields[column.index()] >= 0) {
        values[fields[column.index()]] = cell(row, column);
      }
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
    made(row, values).forEach(rows);
  }

  /** A row for each day that was done; none when one of them cannot be read. */
  private List<Row> made(SheetRow row, String[] values) throws UnreadableException {
    List<Row> made = new ArrayList<>();
    String month = values[fields[SheetColumn.MONTH.index()]];
    int last = lengthOf(month);
    for (int day = 1; day <= donePlaces.length; day++) {
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
    if (kind == Kind.NOTHING) {
      return "";
    }
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
    String sealed = cell(row, SheetColumn.SEAL);
    boolean whose =
        Seal.isSeal(sealed)
            && seal.firstChanged(sealed, column -> cell(row, column))
                .filter(column -> column == SheetColumn.INSURER || column == SheetColumn.INSURED)
                .isEmpty();
    damaged.add(new Damaged(row.line(), whose ? user(row) : null));
  }

  private UserIdentity user(SheetRow row) {
    return new UserIdentity(cell(row, SheetColumn.INSURER), cell(row, SheetColumn.INSURED));
  }

  private void add(Finding finding) {
    if (findings.size() < context.limits().maximumFindings()) {
      findings.add(finding);
    } else {
      more++;
    }
  }
}
