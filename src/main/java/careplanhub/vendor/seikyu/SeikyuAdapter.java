package careplanhub.vendor.seikyu;

import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.BindyAdapter;
import careplanhub.vendor.DayCells;
import careplanhub.vendor.RecordReading;
import careplanhub.vendor.RecordWriting;
import careplanhub.vendor.SupportOffice;
import careplanhub.vendor.TableNeed;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.UnreadableException;
import careplanhub.vendor.seikyu.Services.Service;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * 請求 wide form ⇄ UPJSK. A line names a user and a service by words and flags the days of one month;
 * who and what is meant is said by the office's tables, and never guessed.
 */
public final class SeikyuAdapter implements BindyAdapter<SeikyuRecord> {
  static final String USER = "利用者名";
  static final String SERVICE = "略称";
  static final String UNITS = "単位";
  static final int UNITS_LENGTH = 6;

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final Form MARK = Forms.of("mark: { written: \"1\", read: [\"１\"] }");
  private static final Form NUMBER = Forms.number(UNITS_LENGTH);
  private static final List<String> DAYS =
      IntStream.rangeClosed(1, DayCells.DAYS).mapToObj(day -> day + "日").toList();

  /** The dates of the file's month, YYYYMMDD, made once for all its lines. */
  private record Dates(List<String> ofMonth) {
    static Dates of(String month) {
      return new Dates(
          IntStream.rangeClosed(1, YearMonth.parse(month, MONTH).lengthOfMonth())
              .mapToObj(day -> month + (day < 10 ? "0" : "") + day)
              .toList());
    }
  }

  @Override
  public String name() {
    return "seikyu";
  }

  @Override
  public Class<SeikyuRecord> recordType() {
    return SeikyuRecord.class;
  }

  @Override
  public String kind() {
    return "UPJSK";
  }

  @Override
  public Set<String> keptFields() {
    return Set.of(
        "insurerNumber",
        "insuredNumber",
        "targetMonth",
        "serviceDate",
        "serviceStart",
        "serviceEnd",
        "serviceCode",
        "units");
  }

  @Override
  public Map<String, String> always() {
    return Map.of("csvVersion", "202407", "serviceCount", "1", "over30Days", "0");
  }

  @Override
  public List<String> userColumns() {
    return List.of(USER);
  }

  @Override
  public List<TableNeed> neededTables() {
    return List.of(
        new TableNeed(
            Services.TABLE,
            List.of(SERVICE),
            List.of("serviceCode", "serviceStart", "serviceEnd")));
  }

  @Override
  public void toStandard(SeikyuRecord line, RecordReading rows) throws UnreadableException {
    if (rows.number() == 1 && isHeader(line)) {
      rows.leaveBehind("見出しの行（列の位置で読むので使わない）");
      return;
    }
    Optional<UserIdentity> user = rows.userOf(line.userName);
    if (user.isEmpty()) {
      return;
    }
    rows.set("insurerNumber", user.get().insurerNumber());
    rows.set("insuredNumber", user.get().insuredNumber());
    Service service = service(line, rows);
    if (!service.isSent()) {
      rows.leaveBehind("事業所の表で「-」（送らない）とした略称の行");
      return;
    }
    rows.set("targetMonth", rows.fileMonth());
    rows.set("serviceCode", service.code());
    rows.set("serviceStart", service.start());
    rows.set("serviceEnd", service.end());
    String units = read(NUMBER, line.units, UNITS, rows);
    rows.set("units", units.isEmpty() ? service.units() : units);
    setWhatTheHubKnows(user.get(), rows);
    addDays(line, rows);
  }

  private static void setWhatTheHubKnows(UserIdentity user, RecordReading rows) {
    Optional<SupportOffice> supportOffice = rows.supportOfficeOf(user);
    rows.set("supportOfficeNumber", supportOffice.map(o -> o.number().value()).orElse(""));
    rows.set("plannerName", supportOffice.map(SupportOffice::plannerName).orElse(""));
    rows.set("createdOn", rows.today());
    rows.set("serviceOfficeNumber", rows.exportingOffice().value());
    rows.set("updatedByOfficeNumber", rows.exportingOffice().value());
  }

  private static void addDays(SeikyuRecord line, RecordReading rows) throws UnreadableException {
    List<String> dates = rows.once(Dates.class, () -> Dates.of(rows.fileMonth())).ofMonth();
    int day = 0;
    for (String flag : DayCells.of(line.days)) {
      day++;
      if (!flag.isEmpty() && !read(MARK, flag, DAYS.get(day - 1), rows).isEmpty()) {
        if (day > dates.size()) {
          throw new UnreadableException("この月に無い日です。ファイル名の年月を確認してください。").at(DAYS.get(day - 1));
        }
        rows.set("serviceDate", dates.get(day - 1));
        rows.addRow();
      }
    }
  }

  /**
   * Whether the first line is one of names, which some programs write: it has no number of units,
   * and no day in it is flagged but for a 1 that is the name of the first day.
   */
  private static boolean isHeader(SeikyuRecord line) {
    if (line.units.isBlank() || isReadable(NUMBER, line.units)) {
      return false;
    }
    List<String> flags = DayCells.of(line.days);
    boolean namesFollow = !flags.get(1).isBlank();
    return flags.stream()
        .skip(namesFollow ? 1 : 0)
        .allMatch(flag -> flag.isBlank() || !isReadable(MARK, flag));
  }

  private static boolean isReadable(Form form, String cell) {
    try {
      form.read(cell, ignored -> {});
      return true;
    } catch (UnreadableException e) {
      return false;
    }
  }

  private static Service service(SeikyuRecord line, RecordReading rows) throws UnreadableException {
    try {
      return rows.once(Services.class, () -> new Services(rows.tables(Services.TABLE)))
          .named(line.shortName);
    } catch (UnreadableException e) {
      throw e.at(SERVICE);
    }
  }

  private static String read(Form form, String cell, String column, RecordReading rows)
      throws UnreadableException {
    try {
      return form.read(cell, kind -> rows.tolerate(kind, column));
    } catch (UnreadableException e) {
      throw e.at(column);
    }
  }

  @Override
  public void fromStandard(Row row, RecordWriting<SeikyuRecord> records)
      throws UnreadableException {
    String date = row.get("serviceDate");
    if (!row.get("targetMonth").equals(records.fileMonth())
        || !date.startsWith(records.fileMonth())) {
      throw new UnreadableException("ファイル名の年月と違うので、このファイルには書けません。").at("serviceDate");
    }
    Services services =
        records.once(Services.class, () -> new Services(records.tables(Services.TABLE)));
    String user =
        records
            .wordsOf(row.user())
            .map(words -> words.get(0))
            .orElseThrow(
                () ->
                    new UnreadableException("この利用者の利用者名が事業所の表 users.csv に無いので書けません。")
                        .at("insuredNumber"));
    String service =
        services
            .nameOf(row.get("serviceCode"), row.get("serviceStart"), row.get("serviceEnd"))
            .orElseThrow(
                () ->
                    new UnreadableException(
                            "このサービスコードと時刻の略称が事業所の表 services.csv に無いので書けません。表に 1 行加えてください。")
                        .at("serviceCode"));
    String units = row.get("units");
    if (units.isEmpty() && !services.named(service).units().isEmpty()) {
      throw new UnreadableException("単位数が空の行は、表 services.csv に単位数があるので書けません。").at("units");
    }
    int day = Integer.parseInt(date.substring(records.fileMonth().length()));
    SeikyuRecord line =
        records.recordOf(
            List.of(user, service, units),
            record -> DayCells.isEmpty(record.days, day),
            () -> new SeikyuRecord(user, service, units));
    line.days = DayCells.with(line.days, day, MARK.write("1"));
  }
}
