package careplanhub.fax.forms;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates, times and numbers of the standard as Japanese forms write them. */
final class FormDates {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGG", Locale.JAPAN);
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,15}");
  private static final Pattern TIME = Pattern.compile("([0-9]{2})([0-9]{2})");
  private static final String NO_TIME = "9999";

  private FormDates() {}

  /** 20250401 as 令和7年4月1日; zeros and nothing are empty, what is no date stays as it is. */
  static String date(String value) {
    if (value.isEmpty() || value.chars().allMatch(c -> c == '0')) {
      return "";
    }
    return parsed(value).map(FormDates::date).orElse(value);
  }

  static String date(LocalDate date) {
    return year(date) + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** 202504 as 令和7年4月. */
  static String month(String value) {
    return parsedMonth(value)
        .map(month -> year(month.atEndOfMonth()) + month.getMonthValue() + "月")
        .orElse(value);
  }

  static Optional<LocalDate> parsed(String value) {
    try {
      return Optional.of(LocalDate.parse(value, DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<YearMonth> parsedMonth(String value) {
    return parsed(value + "01").map(YearMonth::from);
  }

  /** 0950 as 9:50; 9999, which says that there is no time, is empty. */
  static String time(String value) {
    if (value.equals(NO_TIME)) {
      return "";
    }
    return TIME.matcher(value).replaceFirst("$1:$2").replaceFirst("^0(?=[0-9]:)", "");
  }

  static String number(String value) {
    return DIGITS.matcher(value).matches()
        ? NumberFormat.getIntegerInstance(Locale.JAPAN).format(Long.parseLong(value))
        : value;
  }

  /** How old someone born on the one day is on the other; empty when either is unknown. */
  static String age(String birth, String day) {
    return parsed(birth)
        .flatMap(b -> parsed(day).map(d -> String.valueOf(Period.between(b, d).getYears())))
        .orElse("");
  }

  static String weekday(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.JAPAN);
  }

  private static String year(LocalDate date) {
    JapaneseDate japanese = JapaneseDate.from(date);
    int year = japanese.get(ChronoField.YEAR_OF_ERA);
    return ERA.format(japanese) + (year == 1 ? "元" : String.valueOf(year)) + "年";
  }
}
