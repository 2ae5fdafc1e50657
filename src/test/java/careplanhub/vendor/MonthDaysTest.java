package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day is one of its month or none. */
class MonthDaysTest {
  @ParameterizedTest
  @CsvSource({
    "202504, 30",
    "202505, 31",
    "202502, 28",
    "202402, 29",
    "202513, 0",
    "20251a, 0",
    "2025, 0",
    "20250401, 0",
  })
  void monthsHaveTheirLength(String month, int length) {
    assertEquals(length, MonthDays.lengthOf(month));
    for (int day = 29; day <= 32; day++) {
      assertEquals(day <= length, MonthDays.has(month, day), month + " " + day);
    }
    assertEquals(month.length() == 6, MonthDays.has(month, 1));
    assertEquals(false, MonthDays.has(month, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "20250401, 202504, 1",
    "20250409, 202504, 9",
    "20250410, 202504, 10",
    "20250430, 202504, 30",
    "20250431, 202504, 0",
    "20250400, 202504, 0",
    "20250501, 202504, 0",
    "2025040, 202504, 0",
    "202504011, 202504, 0",
    "20250401, 2025040, 0",
    "2025040:, 202504, 0",
    "2025040/, 202504, 0",
    "202504:0, 202504, 0",
    "202504/0, 202504, 0",
    "2025041/, 202504, 0",
  })
  void theDayOfADateLiesInTheMonth(String date, String month, int day) {
    assertEquals(day, MonthDays.dayOf(date, month));
  }
}
