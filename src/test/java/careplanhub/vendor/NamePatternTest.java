package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names tell a layout and a month by patterns that never take long. */
class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "*.csv, a.csv, true",
    "*.csv, a.txt, false",
    "a?c*, abcd, true",
    "a?c*, ac, false",
    "*a*b*c, xxaxxbxxc, true",
    "*a*b*c, xxaxxcxxb, false",
    "'', '', true",
    "'', a, false",
    "*, '', true",
    "カ\u3099*, ガ.csv, true",
  })
  void starsAndQuestionMarksAreAllThereIs(String pattern, String name, boolean matches) {
    assertEquals(matches, new NamePattern(pattern).matches(name));
  }

  @ParameterizedTest
  @CsvSource({
    "月間スケジュール_202512.csv, 2025-12",
    "月間スケジュール（令和7年12月）.csv, 2025-12",
    "schedule_2025-12_1.csv, 2025-12",
    "R7.12.csv, 2025-12",
    "x_R0712.csv, 2025-12",
    "202512_9970000002_11_20250501120000.csv, 2025-12",
    "schedule.csv, ''",
    "20251201-20251231.csv, ''",
    "export0712.csv, ''",
    "202513.csv, ''",
  })
  void theMonthIsReadInEveryWritingAndNeverGuessed(String name, String month) {
    assertEquals(
        month == null || month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month)),
        new NamePattern("*{month}*").monthOf(name));
  }

  @Test
  @Timeout(5)
  void noPatternHangs() {
    String name = "a".repeat(255);
    assertFalse(new NamePattern("*a".repeat(120) + "b").matches(name));
    assertFalse(new NamePattern("*a".repeat(60) + "{month}" + "*a".repeat(60) + "b").matches(name));
    assertFalse(new NamePattern("*?".repeat(100) + "b{month}").matches("2".repeat(255)));
    assertFalse(new NamePattern("*").matches("a".repeat(256)));
  }
}
