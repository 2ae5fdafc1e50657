package careplanhub.fax.forms;

import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 第６表. Public for the templates only.
 *
 * @param forUser whether it is 利用票, which the user confirms
 * @param days the month's days
 * @param blank columns after the month's last day
 */
public record SlipSheet(
    boolean forUser,
    String title,
    FormValues record,
    FormValues supplement,
    String insurer,
    String supportOffice,
    List<Day> days,
    int blank,
    List<Line> lines) {
  static final int MOST_DAYS = 31;

  static SlipSheet of(FormSource source, OfficeNames names, Characters characters) {
    FormValues record = source.values(characters);
    List<Day> days = days(record.text("targetMonth"));
    List<Line> lines = new ArrayList<>();
    for (SlipDays service : services(source)) {
      lines.add(line(service, days.size(), characters));
    }
    return new SlipSheet(
        source.kind() == FormKind.USE_SLIP,
        source.kind().title(),
        record,
        source.other("UPHOSOKU", characters),
        characters.printable(names.insurer(source.user().insurerNumber()), "保険者名"),
        characters.printable(names.office(record.text("supportOfficeNumber")), "事業所名"),
        days,
        MOST_DAYS - days.size(),
        lines);
  }

  /** The services by time, those without a time last, as a slip lists them. */
  static List<SlipDays> services(FormSource source) {
    List<Row> planned =
        source.main().get(0).layout().kind().equals("UPPLAN") ? source.main() : List.of();
    return SlipDays.of(planned, source.others("UPJSK")).stream()
        .sorted(Comparator.comparing(s -> s.service().serviceStart()))
        .toList();
  }

  static List<Day> days(String targetMonth) {
    YearMonth month = FormDates.parsedMonth(targetMonth).orElse(null);
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= (month == null ? MOST_DAYS : month.lengthOfMonth()); day++) {
      LocalDate date = month == null ? null : month.atDay(day);
      days.add(new Day(day, date == null ? "" : FormDates.weekday(date)));
    }
    return days;
  }

  /** The type's name and the code, as the standard tells no name of the single service. */
  static String content(SlipService service, Characters characters) {
    String type =
        Standard.data()
            .serviceType(
                service.serviceCode().substring(0, Math.min(2, service.serviceCode().length())))
            .map(t -> t.name() + " ")
            .orElse("");
    String equipment = characters.printable(service.equipmentName(), "用具名称（機種名）").strip();
    String code = service.taisCode().isEmpty() ? service.equipmentNoticeCode() : service.taisCode();
    return characters.printable(type + service.serviceCode(), "サービスコード")
        + (equipment.isEmpty() ? "" : "\n" + equipment)
        + (code.isEmpty() ? "" : "\n" + code);
  }

  private static Line line(SlipDays service, int days, Characters characters) {
    String satellite = service.service().satelliteNo();
    String office = characters.printable(service.officeName(), "サービス事業所名");
    return new Line(
        characters.printable(service.service().time(), "サービス開始時刻"),
        content(service.service(), characters),
        (office.isEmpty() ? service.service().serviceOfficeNumber() : office)
            + (satellite.isEmpty() ? "" : "（サテライト " + satellite + "）"),
        service.planned().texts(days),
        service.planned().total(),
        service.actual().texts(days),
        service.actual().total());
  }

  /** A column of the calendar. */
  public record Day(int number, String weekday) {}

  /** A service: what was planned in one line, what was done in the next. */
  public record Line(
      String time,
      String content,
      String office,
      List<String> planned,
      String plannedTotal,
      List<String> actual,
      String actualTotal) {}
}
