package careplanhub.vendor.excel;

import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.ReadReport;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorFinding;
import careplanhub.vendor.VendorRows.Damaged;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of what staff filled in as done. A row that is not as the hub wrote it, but for its
 * times, units and days, makes none and is told. Used once, by one thread.
 */
final class ServiceSheetReading {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(24L * 60);

  private final VendorContext context;
  private final Consumer<careplanhub.standard.Row> rows;
  private final Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
  private final String today;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Damaged> damaged = new ArrayList<>();
  private String sheet = "";
  private long records;
  private long more;

  ServiceSheetReading(VendorContext context, Consumer<careplanhub.standard.Row> rows) {
    this.context = context;
    this.rows = rows;
    this.today = DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(context.clock()));
  }

  /** Whether the rows are those of a sheet that the hub wrote. */
  static boolean isServiceSheet(Stream<Row> rows) {
    return rows.findFirst()
        .map(row -> ReadSheet.text(ReadSheet.cell(row, 0)))
        .filter(ServiceSheet.MARK::equals)
        .isPresent();
  }

  ReadReport read(String name, Stream<Row> all) {
    sheet = name;
    Iterator<Row> iterator = all.iterator();
    boolean usable = false;
    while (iterator.hasNext() && records <= context.limits().maximumVendorRows()) {
      Row row = iterator.next();
      int line = row.getRowNum();
      if (line == ServiceSheet.HEADING_ROW + 1) {
        usable = takeHeadings(row);
      } else if (line > ServiceSheet.HEADING_ROW + 1 && usable) {
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

  private boolean takeHeadings(Row row) {
    row.stream()
        .filter(cell -> cell != null)
        .forEach(
            cell -> places.putIfAbsent(HalfWidth.key(ReadSheet.text(cell)), cell.getColumnIndex()));
    boolean usable = true;
    for (String heading : ServiceSheet.headings()) {
      if (place(heading) < 0) {
        usable = false;
        add(
            VendorFinding.COLUMN_MISSING.at(
                (long) row.getRowNum(),
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

  private void take(Row row) {
    Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
    for (SheetColumn column : SheetColumn.values()) {
      Cell cell = ReadSheet.cell(row, place(column.heading()));
      cells.put(column, column.filled(ReadSheet.text(cell)));
    }
    String[] done = new String[ServiceSheet.DAYS];
    boolean blank = cells.values().stream().allMatch(String::isBlank);
    boolean none = true;
    for (int day = 1; day <= done.length; day++) {
      Cell cell = ReadSheet.cell(row, place(ServiceSheet.done(day)));
      done[day - 1] = ReadSheet.text(cell);
      none &= done[day - 1].isBlank() && !ReadSheet.isFormula(cell);
    }
    if (blank && none) {
      return;
    }
    records++;
    try {
      checkSeal(cells);
      if (!none) {
        make(row, cells, done);
      }
    } catch (UnreadableException e) {
      damage(row, cells, e);
    }
  }

  private static void checkSeal(Map<SheetColumn, String> cells) throws UnreadableException {
    String seal = cells.getOrDefault(SheetColumn.SEAL, "");
    if (!Seal.isSeal(seal)) {
      throw new UnreadableException("ハブが書いた行ではありません。サービスを足すときは、同じ利用者の行を（隠れた列ごと）写してください。")
          .at(SheetColumn.SEAL.heading());
    }
    Optional<SheetColumn> changed =
        Seal.firstChanged(seal, column -> cells.getOrDefault(column, ""));
    if (changed.isPresent()) {
      throw new UnreadableException("書き換えられています。だれのどのサービスか分からなくなるので、届いたファイルのとおりに戻してください。")
          .at(changed.get().heading());
    }
  }

  private void make(Row row, Map<SheetColumn, String> cells, String[] done)
      throws UnreadableException {
    Map<String, String> values = new HashMap<>();
    for (SheetColumn column : SheetColumn.values()) {
      column.field().ifPresent(field -> values.put(field, cells.getOrDefault(column, "")));
    }
    values.put("serviceStart", time(row, SheetColumn.START));
    values.put("serviceEnd", time(row, SheetColumn.END));
    values.put("units", read(row, SheetColumn.UNITS.heading(), ServiceSheet.UNITS));
    values.put("csvVersion", "202407");
    values.put("createdOn", today);
    values.put("updatedByOfficeNumber", context.office().value());
    List<careplanhub.standard.Row> made = new ArrayList<>();
    int last = lengthOf(values.getOrDefault("targetMonth", ""));
    for (int day = 1; day <= done.length; day++) {
      String count = count(row, day, done[day - 1]);
      if (!count.isEmpty()) {
        if (day > last) {
          throw new UnreadableException("この月に無い日です。").at(ServiceSheet.done(day));
        }
        values.put("serviceCount", count);
        values.put("serviceDate", "%s%02d".formatted(values.get("targetMonth"), day));
        made.add(row(values));
      }
    }
    made.forEach(rows);
  }

  private careplanhub.standard.Row row(Map<String, String> values) {
    return careplanhub.standard.Row.of(
        layout,
        layout.fields().stream().map(field -> values.getOrDefault(field.key(), "")).toList());
  }

  private static int lengthOf(String month) throws UnreadableException {
    try {
      return YearMonth.parse(month, MONTH).lengthOfMonth();
    } catch (DateTimeParseException e) {
      throw new UnreadableException("年月（YYYYMM）ではありません。").at(SheetColumn.MONTH.heading());
    }
  }

  private String count(Row row, int day, String cell) throws UnreadableException {
    String heading = ServiceSheet.done(day);
    if (cell.equals("○") || cell.equals("◯")) {
      return "1";
    }
    String count = read(row, heading, ServiceSheet.COUNT);
    return count.isEmpty() || HalfWidth.isZero(count) ? "" : count;
  }

  private String read(Row row, String heading, Form form) throws UnreadableException {
    Cell cell = ReadSheet.cell(row, place(heading));
    checkKind(cell, heading);
    try {
      return form.read(ReadSheet.text(cell), ignored -> {});
    } catch (UnreadableException e) {
      throw e.at(heading);
    }
  }

  /** A time that was typed is a part of a day, if the spreadsheet took it for one. */
  private String time(Row row, SheetColumn column) throws UnreadableException {
    Cell cell = ReadSheet.cell(row, place(column.heading()));
    checkKind(cell, column.heading());
    if (ReadSheet.isNumber(cell) && cell != null) {
      BigDecimal number = cell.asNumber();
      if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0) {
        int minutes = number.multiply(MINUTES_OF_DAY).setScale(0, RoundingMode.HALF_UP).intValue();
        return "%02d%02d".formatted(minutes / 60 % 24, minutes % 60);
      }
    }
    return read(row, column.heading(), ServiceSheet.TIME);
  }

  private static void checkKind(@Nullable Cell cell, String heading) throws UnreadableException {
    if (ReadSheet.isFormula(cell)) {
      throw new UnreadableException("数式は読みません。値を入れてください。").at(heading);
    }
    if (ReadSheet.isOther(cell)) {
      throw new UnreadableException("文字か数を入れてください。").at(heading);
    }
  }

  private void damage(Row row, Map<SheetColumn, String> cells, UnreadableException problem) {
    String heading = problem.place();
    add(
        VendorFinding.UNREADABLE_VALUE.at(
            (long) row.getRowNum(),
            records,
            heading == null ? null : place(heading) + 1,
            heading == null ? named("") : named(heading),
            problem.advice()));
    boolean whose =
        Seal.isSeal(cells.getOrDefault(SheetColumn.SEAL, ""))
            && Seal.firstChanged(
                    cells.getOrDefault(SheetColumn.SEAL, ""),
                    column -> cells.getOrDefault(column, ""))
                .filter(column -> column == SheetColumn.INSURER || column == SheetColumn.INSURED)
                .isEmpty();
    damaged.add(new Damaged(row.getRowNum(), whose ? user(cells) : null));
  }

  private static UserIdentity user(Map<SheetColumn, String> cells) {
    return new UserIdentity(
        cells.getOrDefault(SheetColumn.INSURER, ""), cells.getOrDefault(SheetColumn.INSURED, ""));
  }

  private void add(Finding finding) {
    if (findings.size() < context.limits().maximumFindings()) {
      findings.add(finding);
    } else {
      more++;
    }
  }
}
