package careplanhub.vendor.kit;

import careplanhub.standard.Standard;
import careplanhub.vendor.form.MonthForm;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What values look like that have a meaning. */
final class Shapes {
  private static final String DATE = FormChoice.DATES.get(0);
  private static final String DAY = FormChoice.DAYS.get(0);
  private static final String TIME = FormChoice.TIMES.get(0);
  private static final Pattern INSURER = Pattern.compile("[0-9]{5,6}");
  private static final Pattern INSURED = Pattern.compile("H[0-9]{9}|[0-9]{7,10}");
  private static final Pattern OFFICE = Pattern.compile("[0-9]{9,10}|[0-9]{2}[0-9A-Z][0-9]{7}");
  private static final Pattern WEEKDAY = Pattern.compile("[(]?[月火水木金土日](?:曜日?)?[)]?");
  private static final Pattern CLOCK =
      Pattern.compile("[0-9]{1,2}:[0-9]{2}(?::00)?|[0-9]{1,2}時[0-9]{1,2}分|[0-9]{3,4}");
  private static final Pattern MINUTES = Pattern.compile("[0-9]{1,4}(?:\\.0)?");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{6}");
  private static final Pattern ITEM = Pattern.compile("[0-9A-Z]{1,4}");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,6}(?:\\.0+)?|[0-9]{1,3}(?:,[0-9]{3})+");
  private static final Pattern SMALL = Pattern.compile("[0-9]{1,2}(?:\\.0+)?");
  private static final Pattern TAIS = Pattern.compile("[0-9]{1,5}[-‐−–ーｰ][0-9]{1,6}|[0-9]{11}");
  private static final Pattern NOTICE = Pattern.compile("[A-Z0-9-]{3,12}");
  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー・\\s]{2,}");
  private static final Pattern LETTERS =
      Pattern.compile(".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}A-Za-z].*");
  private static final Pattern PRORATED = Pattern.compile("[01]{31}");
  private static final Pattern VERSION = Pattern.compile("20[12][0-9](?:0[1-9]|1[0-2])");
  private static final Pattern PERSON =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々]{1,5}[\\s　]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々]{1,5}");
  private static final Pattern OFFICE_NAME =
      Pattern.compile(".*(?:事業所|ステーション|センター|サービス|ケア|会社|法人|クリニック|病院|の里|の家|苑|園|荘|ホーム|ハウス).*");
  private static final Pattern RANGE = Pattern.compile("(.+?)\\s*[～~〜\\-－―]\\s*(.+)");
  private static final String FIRST_DATE = "20000101";
  private static final String LAST_DATE = "21001231";
  private static final int MINUTES_OF_A_DAY = 1440;
  private static final int MOST_FLAGS = 2;

  private static final Map<Meaning, Predicate<String>> TESTS =
      Map.ofEntries(
          Map.entry(Meaning.INSURER_NUMBER, matches(INSURER)),
          Map.entry(
              Meaning.INSURED_NUMBER, value -> INSURED.matcher(value).matches() && !isDate(value)),
          Map.entry(Meaning.TARGET_MONTH, Shapes::isMonth),
          Map.entry(Meaning.SERVICE_DATE, Shapes::isDate),
          Map.entry(Meaning.CREATED_ON, Shapes::isDate),
          Map.entry(Meaning.DAY, value -> FormChoice.read(DAY, value).isPresent()),
          Map.entry(Meaning.WEEKDAY, matches(WEEKDAY)),
          Map.entry(Meaning.SERVICE_START, Shapes::isTime),
          Map.entry(Meaning.SERVICE_END, Shapes::isTime),
          Map.entry(Meaning.TIMES, Shapes::isRange),
          Map.entry(Meaning.MINUTES, Shapes::isMinutes),
          Map.entry(Meaning.SERVICE_CODE, Shapes::isServiceCode),
          Map.entry(Meaning.SERVICE_TYPE, Shapes::isServiceType),
          Map.entry(Meaning.SERVICE_ITEM, matches(ITEM)),
          Map.entry(Meaning.SERVICE_NAME, matches(LETTERS)),
          Map.entry(Meaning.UNITS, matches(NUMBER)),
          Map.entry(Meaning.SERVICE_COUNT, matches(SMALL)),
          Map.entry(Meaning.SERVICE_OFFICE_NUMBER, matches(OFFICE)),
          Map.entry(Meaning.SUPPORT_OFFICE_NUMBER, matches(OFFICE)),
          Map.entry(Meaning.UPDATED_BY, matches(OFFICE)),
          Map.entry(Meaning.SERVICE_OFFICE_NAME, matches(LETTERS)),
          Map.entry(Meaning.PLANNER_NAME, matches(LETTERS)),
          Map.entry(Meaning.EQUIPMENT_NAME, matches(LETTERS)),
          Map.entry(Meaning.USER_NAME, matches(LETTERS)),
          Map.entry(Meaning.USER_KANA, matches(KANA)),
          Map.entry(Meaning.TAIS_CODE, matches(TAIS)),
          Map.entry(Meaning.NOTICE_CODE, matches(NOTICE)),
          Map.entry(Meaning.DETAIL_NO, matches(SMALL)),
          Map.entry(Meaning.SATELLITE_NO, matches(SMALL)),
          Map.entry(Meaning.SHORT_STAY_DAYS, matches(SMALL)),
          Map.entry(Meaning.PRORATED_DAYS, matches(PRORATED)),
          Map.entry(Meaning.CSV_VERSION, matches(VERSION)),
          Map.entry(Meaning.PLANNED_COUNT_TOTAL, matches(SMALL)),
          Map.entry(Meaning.DONE_COUNT_TOTAL, matches(SMALL)),
          Map.entry(Meaning.PLANNED_UNITS_TOTAL, matches(NUMBER)),
          Map.entry(Meaning.DONE_UNITS_TOTAL, matches(NUMBER)));

  private Shapes() {}

  /** The part of a column's values that can have a meaning, from 0 to 1. */
  static double share(Meaning meaning, ColumnProfile column) {
    if (meaning == Meaning.OVER_30_DAYS) {
      return column.distinct().size() <= MOST_FLAGS ? 1 : 0;
    }
    Predicate<String> test = TESTS.get(meaning);
    return test == null ? 1 : column.share(test);
  }

  private static Predicate<String> matches(Pattern pattern) {
    return value -> pattern.matcher(value).matches();
  }

  static boolean isDate(String value) {
    return date(value).isPresent();
  }

  /** The day, yyyyMMdd, of this century. */
  static Optional<String> date(String value) {
    return FormChoice.read(DATE, value)
        .filter(date -> date.compareTo(FIRST_DATE) >= 0 && date.compareTo(LAST_DATE) <= 0);
  }

  /** Whether it is a month of this century, and no day. */
  static boolean isMonth(String value) {
    return MonthForm.parse(value).filter(month -> month.getYear() >= 2000).isPresent()
        && !isDate(value);
  }

  /** The minutes since midnight; empty for what is no time. */
  static Optional<Integer> minutes(String value) {
    if (!CLOCK.matcher(value).matches()) {
      return Optional.empty();
    }
    return FormChoice.read(TIME, value)
        .filter(time -> !time.equals("9999"))
        .map(time -> 60 * (Integer.parseInt(time) / 100) + Integer.parseInt(time) % 100);
  }

  static boolean isTime(String value) {
    return value.equals("9999") || minutes(value).isPresent();
  }

  static boolean isRange(String value) {
    var matcher = RANGE.matcher(value);
    return matcher.matches()
        && minutes(matcher.group(1)).isPresent()
        && minutes(matcher.group(2)).isPresent();
  }

  /** What stands between the two times of a cell. */
  static Optional<String> separatorOf(String cell) {
    String value = cell.strip();
    for (int at = 1; at < value.length() - 1; at++) {
      if ("～~〜-－―".indexOf(value.charAt(at)) >= 0) {
        int end = at + 1;
        int begin = at;
        while (Character.isWhitespace(value.charAt(begin - 1)) && begin > 1) {
          begin--;
        }
        while (end < value.length() - 1 && Character.isWhitespace(value.charAt(end))) {
          end++;
        }
        return Optional.of(value.substring(begin, end));
      }
    }
    return Optional.empty();
  }

  private static boolean isMinutes(String value) {
    return MINUTES.matcher(value).matches() && Double.parseDouble(value) <= MINUTES_OF_A_DAY;
  }

  static boolean isServiceCode(String value) {
    return CODE.matcher(value).matches() && isServiceType(value.substring(0, 2));
  }

  static boolean isServiceType(String value) {
    return value.length() == 2 && Standard.data().serviceType(value).isPresent();
  }

  static boolean isPerson(String value) {
    return PERSON.matcher(value).matches() && !OFFICE_NAME.matcher(value).matches();
  }

  static boolean isOfficeName(String value) {
    return OFFICE_NAME.matcher(value).matches();
  }

  /** The whole number that a value is, thousands with commas too; empty for another. */
  static Optional<Long> number(String value) {
    return NUMBER.matcher(value).matches()
        ? Optional.of(Long.parseLong(value.replace(",", "").replaceFirst("\\..*", "")))
        : Optional.empty();
  }

  /** Whether the last digit follows from the others as numbers of insurers and offices have it. */
  static boolean hasCheckDigit(String number) {
    int sum = 0;
    for (int place = number.length() - 2, weight = 2; place >= 0; place--, weight = 3 - weight) {
      int product = weight * Character.digit(number.charAt(place), 10);
      sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10 == Character.digit(number.charAt(number.length() - 1), 10);
  }
}
