package careplanhub.vendor;

import java.time.DateTimeException;
import java.time.YearMonth;

/** Days of months of the standard: YYYYMM and YYYYMMDD. */
final class MonthDays {
  private static final int MONTH_LENGTH = 6;
  private static final int DATE_LENGTH = 8;
  private static final String[] TWO_DIGITS = new String[100];

  static {
    for (int number = 0; number < TWO_DIGITS.length; number++) {
      TWO_DIGITS[number] = String.format("%02d", number);
    }
  }

  private MonthDays() {}

  static String twoDigits(int day) {
    return TWO_DIGITS[day];
  }

  /** How many days the month has; 0 when the text is no month. */
  static int lengthOf(String month) {
    if (month.length() != MONTH_LENGTH) {
      return 0;
    }
    try {
      return YearMonth.of(
              Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4)))
          .lengthOfMonth();
    } catch (DateTimeException | NumberFormatException e) {
      return 0;
    }
  }

  static boolean has(String month, int day) {
    return day >= 1 && (day <= 28 || day <= lengthOf(month)) && month.length() == MONTH_LENGTH;
  }

  /** The day of a date if it lies in the month; else 0. */
  static int dayOf(String date, String month) {
    if (date.length() != DATE_LENGTH || month.length() != MONTH_LENGTH || !date.startsWith(month)) {
      return 0;
    }
    int tens = date.charAt(MONTH_LENGTH) - '0';
    int ones = date.charAt(MONTH_LENGTH + 1) - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits && has(month, 10 * tens + ones) ? 10 * tens + ones : 0;
  }
}
