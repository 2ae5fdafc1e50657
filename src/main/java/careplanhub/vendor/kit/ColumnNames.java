package careplanhub.vendor.kit;

import careplanhub.vendor.form.HalfWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a drafted adapter calls the columns of a sample, and whether it finds them by their names or
 * by their places.
 */
final class ColumnNames {
  private static final int DAYS = 31;

  private final Sample sample;
  private final boolean placed;
  private final List<DayColumns.Group> groups = new ArrayList<>();
  private final Map<DayColumns.Group, String> groupNames = new LinkedHashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Set<Integer> leftOut = new HashSet<>();

  ColumnNames(Sample sample, List<ColumnGuess> guesses) {
    this.sample = sample;
    for (ColumnGuess guess : guesses) {
      if (guess.day() != null && !groups.contains(guess.day())) {
        groups.add(guess.day());
      }
    }
    leaveOutTail();
    this.placed = !sample.hasHeader() || !namesTell();
    groups.removeIf(group -> placed && !canBePlaced(group));
    nameAll(guesses);
  }

  /** Columns without a name and without a value behind all others. */
  private void leaveOutTail() {
    for (int column = sample.width() - 1; column >= 0; column--) {
      boolean empty =
          sample.hasHeader()
              && sample.nameOf(column).isEmpty()
              && sample.column(column).stream().allMatch(String::isBlank);
      if (!empty) {
        return;
      }
      leftOut.add(column);
    }
  }

  private boolean namesTell() {
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < sample.width(); column++) {
      if (!leftOut.contains(column)) {
        String key = HalfWidth.key(sample.nameOf(column));
        if (key.isEmpty() || !seen.add(key)) {
          return false;
        }
      }
    }
    Set<String> groupKeys = new HashSet<>();
    return groups.stream().allMatch(group -> group.steady() && groupKeys.add(group.name()));
  }

  private boolean canBePlaced(DayColumns.Group group) {
    int first = group.columns().get(0);
    boolean last = group.columns().get(group.columns().size() - 1) == sample.width() - 1;
    return group.isRun() && (group.isWhole() || last) && first + DAYS <= 1000;
  }

  private void nameAll(List<ColumnGuess> guesses) {
    Set<String> taken = new HashSet<>();
    for (DayColumns.Group group : groups) {
      String name = group.name();
      if (placed) {
        name =
            switch (group.use()) {
              case PLANNED -> "{day}日予定";
              case DONE -> "{day}日実績";
              case UNKNOWN -> "{day}日";
            };
      }
      groupNames.put(group, unique(name, taken));
      group.columns().forEach(column -> names.put(column, groupNames.get(group)));
      for (int day = 1; day <= DAYS; day++) {
        String plain = groupNames.get(group).replace("{dd}", "{day}");
        taken.add(key(plain.replace("{day}", String.valueOf(day))));
        taken.add(key(plain.replace("{day}", String.format("%02d", day))));
      }
    }
    for (ColumnGuess guess : guesses) {
      int column = guess.column();
      if (!names.containsKey(column) && !leftOut.contains(column)) {
        names.put(column, unique(ownName(guess), taken));
      }
    }
  }

  private String ownName(ColumnGuess guess) {
    String header = sample.nameOf(guess.column()).replaceAll("\\R", " ");
    if (!header.isEmpty()) {
      return header.replace("{day}", "日").replace("{dd}", "日");
    }
    return guess.meaning() == Meaning.OTHER
        ? "列" + (guess.column() + 1)
        : Vocabulary.shipped().title(guess.meaning()).replaceAll("（.*", "");
  }

  private static String unique(String name, Set<String> taken) {
    String own = name;
    for (int number = 2; !taken.add(key(own)); number++) {
      own = name + "（" + number + "）";
    }
    return own;
  }

  private static String key(String name) {
    return HalfWidth.key(name);
  }

  /** Whether each column says its place, because names do not tell. */
  boolean arePlaced() {
    return placed;
  }

  /** The groups of days that an adapter can have. */
  List<DayColumns.Group> groups() {
    return List.copyOf(groups);
  }

  /** The name of a group, with {day}. */
  String of(DayColumns.Group group) {
    return groupNames.getOrDefault(group, group.name());
  }

  /** The name of a column. */
  String of(int column) {
    return names.getOrDefault(column, "");
  }

  /** Whether the adapter does without the column. */
  boolean isLeftOut(int column) {
    return leftOut.contains(column);
  }
}
