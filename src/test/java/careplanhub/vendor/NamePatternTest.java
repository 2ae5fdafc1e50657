package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    "2025-12, 2025-12",
    "R712, ''",
    "R712.csv, ''",
    "xR7.12.csv, ''",
    "ZR7.12.csv, ''",
    "zR7.12.csv, ''",
    "aR7.12.csv, ''",
    "AR7.12.csv, ''",
    "年R7.12.csv, 2025-12",
    "0202512.csv, ''",
    "9202512.csv, ''",
    "2025120.csv, ''",
    "2025129.csv, ''",
    "202512a.csv, 2025-12",
  })
  void theMonthIsReadInEveryWritingAndNeverGuessed(String name, String month) {
    assertEquals(
        month == null || month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month)),
        new NamePattern("*{month}*").monthOf(name));
  }

  @ParameterizedTest
  @CsvSource({
    "'{month}', 202512, 2025-12",
    "'x{month}', x202512, 2025-12",
    "'x{month}', y202512, ''",
    "'{month}.csv', 202512.csv, 2025-12",
    "'{month}.csv', 202512.txt, ''",
    "'{month}_{month}', 202512_202512, ''",
    "'{month}_{month}', '202512_{month}', 2025-12",
    "'*', 202512, ''",
  })
  void theMonthStandsWhereThePatternSays(String pattern, String name, String month) {
    NamePattern of = new NamePattern(pattern);
    assertEquals(
        month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month)), of.monthOf(name));
    assertEquals(pattern.equals("*") || !month.isEmpty(), of.matches(name));
    assertEquals(!pattern.equals("*"), of.hasMonth());
  }

  @Test
  void aNameIsAtMostAsLongAsAFileSystemTakes() {
    String longest = "a".repeat(249) + "202512";
    assertEquals(
        Optional.of(YearMonth.of(2025, 12)), new NamePattern("a*{month}").monthOf(longest));
    assertEquals(Optional.empty(), new NamePattern("a*{month}").monthOf("a" + longest));
    assertTrue(new NamePattern("*").matches(longest));
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
