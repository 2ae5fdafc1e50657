package careplanhub.vendor.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of the days of a month in a sample, in groups of one writing: 1日 … 31日, 予1 … 予31, two
 * times 1 … 31 and others.
 *
 * @param groups each in the order of its first column
 */
record DayColumns(List<Group> groups) {
  private static final int DAYS = 31;
  private static final int FEWEST_DAYS = 28;
  private static final Set<Use> PAIR = Set.of(Use.PLANNED, Use.DONE);
  private static final Pattern NAME =
      Pattern.compile(
          "(?<before>.*?)(?<!\\d)0?(?<day>[1-9]|[12][0-9]|3[01])(?!\\d)(?<after>[^0-9]*?)"
              + "(?<weekday>\\s*[(][月火水木金土日]曜?日?[)]|\\s+[月火水木金土日]|[月火水木金土])?");
  private static final Pattern DATE_NAME =
      Pattern.compile("(?<before>(?:\\d{4}/)?\\d{1,2}/)0?(?<day>\\d{1,2})(?<after>)(?<weekday>.*)");

  DayColumns {
    groups = List.copyOf(groups);
  }

  /** What the marks of a group say. */
  enum Use {
    PLANNED,
    DONE,
    UNKNOWN
  }

  /**
   * The columns of one writing.
   *
   * @param name with {day} in the place of the day, or {dd} where it has two digits
   * @param columns of the days 1, 2, 3 …; 28 to 31 of them
   * @param steady whether the names are the same in every month
   * @param use by the words around the day, or by what stands above
   */
  record Group(String name, List<Integer> columns, boolean steady, Use use) {
    Group {
      columns = List.copyOf(columns);
    }

    /** Whether there is a column for each day of every month. */
    boolean isWhole() {
      return columns.size() == DAYS;
    }

    /** Whether the columns lie one after another. */
    boolean isRun() {
      return columns.get(columns.size() - 1) - columns.get(0) == columns.size() - 1;
    }

    Group as(Use other) {
      return new Group(name, columns, steady, other);
    }
  }

  /** Which of so many columns are of a day. */
  boolean[] covered(int width) {
    boolean[] covered = new boolean[width];
    groups.forEach(group -> group.columns().forEach(column -> covered[column] = true));
    return covered;
  }

  /** The groups that a line of names tells. */
  static DayColumns ofNames(List<String> names) {
    List<Named> open = new ArrayList<>();
    List<Named> all = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      String name = Text.beginning(names.get(column));
      Matcher matcher = DATE_NAME.matcher(name);
      boolean date = matcher.matches();
      if (!date) {
        matcher = NAME.matcher(name);
      }
      if (date || matcher.matches()) {
        add(open, all, new Word(matcher, name, date), column);
      }
    }
    return new DayColumns(
        all.stream().filter(one -> one.columns.size() >= FEWEST_DAYS).map(Named::group).toList());
  }

  private static void add(List<Named> open, List<Named> all, Word word, int column) {
    for (Named one : open) {
      if (one.key.equals(word.key()) && one.columns.size() == word.day() - 1) {
        one.take(word, column);
        return;
      }
    }
    if (word.day() == 1) {
      Named named = new Named(word.key());
      named.take(word, column);
      open.add(named);
      all.add(named);
    }
  }

  /** Whether there are two groups of whose uses nothing is said. */
  boolean isSilentPair() {
    return groups.size() == 2 && groups.stream().allMatch(group -> group.use() == Use.UNKNOWN);
  }

  /** Whether one group is said to be the plan and the other what was done. */
  boolean isToldPair() {
    return groups.size() == 2
        && groups.stream().map(Group::use).collect(Collectors.toSet()).equals(PAIR);
  }

  /** The same, with the first of a silent pair as the plan. */
  DayColumns ordered() {
    return isSilentPair()
        ? new DayColumns(List.of(groups.get(0).as(Use.PLANNED), groups.get(1).as(Use.DONE)))
        : this;
  }

  /** Whether a text speaks of what is planned, of what was done, or of neither. */
  static Use useOf(String text) {
    boolean planned = text.contains("予") || text.contains("計画") || text.startsWith("P");
    boolean done = text.contains("実") || text.startsWith("J");
    return planned == done ? Use.UNKNOWN : planned ? Use.PLANNED : Use.DONE;
  }

  /**
   * The runs of so many columns of marks in a sample without names.
   *
   * @param isMark whether a column holds marks or small counts, often empty
   */
  static DayColumns ofMarks(boolean[] isMark) {
    List<Group> groups = new ArrayList<>();
    int start = 0;
    for (int column = 0; column <= isMark.length; column++) {
      boolean goesOn = column < isMark.length && isMark[column];
      if (!goesOn) {
        int length = column - start;
        boolean twice = length >= 2 * DAYS;
        if (length >= DAYS && length <= 2 * DAYS + 2) {
          groups.add(run(start));
          if (twice) {
            groups.add(run(start + DAYS));
          }
        }
        start = column + 1;
      }
    }
    return new DayColumns(groups);
  }

  private static Group run(int start) {
    List<Integer> columns = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      columns.add(start + day);
    }
    return new Group("", columns, false, Use.UNKNOWN);
  }

  /** One header's word with a day in it. */
  private record Word(Matcher matcher, String name, boolean date) {
    int day() {
      return Integer.parseInt(matcher.group("day"));
    }

    String key() {
      return matcher.group("before") + "\u0000" + matcher.group("after");
    }

    /** The same in every month: neither a month nor a weekday in it. */
    boolean isSteady() {
      String weekday = matcher.group("weekday");
      return !date && (weekday == null || weekday.isBlank());
    }

    String template() {
      boolean padded = day() < 10 && (" " + name).charAt(matcher.start("day")) == '0';
      return matcher.group("before") + (padded ? "{dd}" : "{day}") + matcher.group("after");
    }
  }

  /** A group while it grows. */
  private static final class Named {
    private final String key;
    private final List<Integer> columns = new ArrayList<>();
    private final Map<String, Integer> templates = new LinkedHashMap<>();
    private boolean steady = true;

    private Named(String key) {
      this.key = key;
    }

    private void take(Word word, int column) {
      columns.add(column);
      steady &= word.isSteady();
      templates.merge(word.template(), 1, Integer::sum);
    }

    private Group group() {
      String name = templates.keySet().iterator().next();
      return new Group(name, columns, steady, useOf(name));
    }
  }
}
