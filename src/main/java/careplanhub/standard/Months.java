package careplanhub.standard;

/** Months and days as the standard writes them: digits, without allocation. */
final class Months {
  /** The month of a supplement beside a plan. */
  static final String ZERO = "000000";

  private static final int FIRST_YEAR = 1868;

  private Months() {}

  /** Whether the text is YYYYMM from 1868 on. */
  static boolean isMonth(String text) {
    return text.length() == 6 && isMonthAtStart(text);
  }

  /** Whether the text is a real YYYYMMDD from 1868 on. */
  static boolean isDate(String text) {
    if (text.length() != 8 || !isMonthAtStart(text)) {
      return false;
    }
    int day = number(text, 6, 8);
    return day >= 1 && day <= daysIn(text);
  }

  /** Whether the text is HHMM from 0000 to 2359. */
  static boolean isTime(String text) {
    if (text.length() != 4) {
      return false;
    }
    int hour = number(text, 0, 2);
    int minute = number(text, 2, 4);
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
  }

  /** The days of the month that the text, a right month or date, begins with. */
  static int daysIn(String text) {
    int year = number(text, 0, 4);
    return switch (number(text, 4, 6)) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** The count of the month that the text, a right month or date, begins with; for differences. */
  static int count(String text) {
    return number(text, 0, 4) * 12 + number(text, 4, 6);
  }

  private static boolean isMonthAtStart(String text) {
    int month = number(text, 4, 6);
    return number(text, 0, 4) >= FIRST_YEAR && month >= 1 && month <= 12;
  }

  /** The number of the digits, -1 when there is another character. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
