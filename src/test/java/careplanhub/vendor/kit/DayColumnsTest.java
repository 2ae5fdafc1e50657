package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns are the days of a month, by their names and by their marks. */
class DayColumnsTest {
  private static final Pattern RANGE =
      Pattern.compile("(?<before>.*)<(?<first>\\d+)-(?<last>\\d+)>(?<after>.*)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a;<1-31>日;計 | {day}日 1-31 steady UNKNOWN",
        "<1-28> | {day} 0-27 steady UNKNOWN",
        "<1-27> | ''",
        "<2-31> | ''",
        "<01-31> | {dd} 0-30 steady UNKNOWN",
        "第<01-31> | 第{dd} 0-30 steady UNKNOWN",
        "予<1-31>;実<1-31> | 予{day} 0-30 steady PLANNED, 実{day} 31-61 steady DONE",
        "計画<1-31>;<1-31>実 | 計画{day} 0-30 steady PLANNED, {day}実 31-61 steady DONE",
        "P<1-31>;J<1-31> | P{day} 0-30 steady PLANNED, J{day} 31-61 steady DONE",
        "予実<1-31> | 予実{day} 0-30 steady UNKNOWN",
        "<1-31>予+<1-31>実 | {day}予 0-60 steady PLANNED, {day}実 1-61 steady DONE",
        "<1-31>;<1-31> | {day} 0-30 steady UNKNOWN, {day} 31-61 steady UNKNOWN",
        "4/<1-30> | 4/{day} 0-29 changing UNKNOWN",
        "2025/4/<1-30> | 2025/4/{day} 0-29 changing UNKNOWN",
        "2025/04/<01-30> | 2025/04/{dd} 0-29 changing UNKNOWN",
        "<1-31>(月) | {day} 0-30 changing UNKNOWN",
        "<1-31> 火 | {day} 0-30 changing UNKNOWN",
        "<1-31>土曜 | {day}土曜 0-30 steady UNKNOWN",
        "<1-31>;計 1;計 2 | {day} 0-30 steady UNKNOWN",
        "<1-31>;32;033 | {day} 0-30 steady UNKNOWN",
        "コード12;<1-31> | {day} 1-31 steady UNKNOWN",
      })
  void namesTellTheDays(String names, String expected) {
    assertEquals(expected, described(DayColumns.ofNames(names(names))));
  }

  @ParameterizedTest
  @CsvSource({
    "m30, ''",
    "m31, 0",
    "a3 m31 a2, 3",
    "a3 m33, 3",
    "a1 m61, 1",
    "m62, 0 31",
    "a1 m64 a1, 1 32",
    "m65, ''",
    "a1 m31 a1 m31, 1 33",
    "m31 a1 m30, 0",
    "m31 a1 m31 a1 m31, 0 32 64",
    "a9, ''",
  })
  void runsOfMarksAreDays(String columns, String firsts) {
    DayColumns days = DayColumns.ofMarks(marks(columns));
    assertEquals(
        firsts,
        days.groups().stream()
            .map(group -> String.valueOf(group.columns().get(0)))
            .collect(Collectors.joining(" ")));
    for (DayColumns.Group group : days.groups()) {
      assertEquals(31, group.columns().size());
      assertEquals(List.of(true, true), List.of(group.isRun(), group.isWhole()));
      assertEquals(List.of(false, DayColumns.Use.UNKNOWN), List.of(group.steady(), group.use()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "予定, PLANNED",
    "計画, PLANNED",
    "P1, PLANNED",
    "実績, DONE",
    "J1, DONE",
    "予実, UNKNOWN",
    "1日, UNKNOWN",
    "AJP, UNKNOWN",
  })
  void wordsTellTheUse(String text, DayColumns.Use use) {
    assertEquals(use, DayColumns.useOf(text));
  }

  @ParameterizedTest
  @CsvSource({
    "<1-31>;<1-31>, PLANNED DONE",
    "<1-31>, UNKNOWN",
    "<1-31>;<1-31>;<1-31>, UNKNOWN UNKNOWN UNKNOWN",
    "実<1-31>;予<1-31>, DONE PLANNED",
    "<1-31>;予<1-31>, UNKNOWN PLANNED",
  })
  void theFirstOfASilentPairIsThePlan(String names, String uses) {
    assertEquals(
        uses,
        DayColumns.ofNames(names(names)).ordered().groups().stream()
            .map(group -> group.use().name())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void someColumnsAreCovered() {
    boolean[] covered = DayColumns.ofNames(names("a;<1-28>;b")).covered(30);
    boolean[] expected = new boolean[30];
    Arrays.fill(expected, 1, 29, true);
    assertArrayEquals(expected, covered);
  }

  @Test
  void aGroupIsWholeWith31DaysAndARunWithoutGaps() {
    DayColumns short28 = DayColumns.ofNames(names("<1-28>"));
    assertEquals(List.of(false, true), wholeAndRun(short28));
    assertEquals(List.of(true, false), wholeAndRun(DayColumns.ofNames(names("<1-31>予+<1-31>実"))));
  }

  private static List<Boolean> wholeAndRun(DayColumns days) {
    DayColumns.Group group = days.groups().get(0);
    return List.of(group.isWhole(), group.isRun());
  }

  private static String described(DayColumns days) {
    return days.groups().stream()
        .map(
            group ->
                String.format(
                    "%s %d-%d %s %s",
                    group.name(),
                    group.columns().get(0),
                    group.columns().get(group.columns().size() - 1),
                    group.steady() ? "steady" : "changing",
                    group.use()))
        .collect(Collectors.joining(", "));
  }

  /** Names between semicolons; 予<1-31> are 31 of them, and a + takes of both sides in turn. */
  private static List<String> names(String written) {
    List<String> names = new ArrayList<>();
    for (String part : written.split(";", -1)) {
      List<List<String>> turns =
          Arrays.stream(part.split("\\+")).map(DayColumnsTest::range).toList();
      for (int day = 0; day < turns.get(0).size(); day++) {
        for (List<String> turn : turns) {
          names.add(turn.get(day));
        }
      }
    }
    return names;
  }

  private static List<String> range(String written) {
    Matcher matcher = RANGE.matcher(written);
    if (!matcher.matches()) {
      return List.of(written);
    }
    String form = matcher.group("first").startsWith("0") ? "%s%02d%s" : "%s%d%s";
    List<String> names = new ArrayList<>();
    int last = Integer.parseInt(matcher.group("last"));
    for (int day = Integer.parseInt(matcher.group("first")); day <= last; day++) {
      names.add(String.format(form, matcher.group("before"), day, matcher.group("after")));
    }
    return names;
  }

  /** A letter and a count: m for columns of marks, a for others. */
  private static boolean[] marks(String written) {
    List<Boolean> marks = new ArrayList<>();
    for (String part : written.split(" ", -1)) {
      for (int count = Integer.parseInt(part.substring(1)); count > 0; count--) {
        marks.add(part.charAt(0) == 'm');
      }
    }
    boolean[] flags = new boolean[marks.size()];
    for (int column = 0; column < flags.length; column++) {
      flags[column] = marks.get(column);
    }
    return flags;
  }
}
