package careplanhub.vendor.kit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a line of names from a line of values. */
final class HeaderLine {
  private static final int MOST_LINES = 4;
  private static final int LOOKED_AT = 40;
  private static final double TYPED = 0.7;
  private static final double KNOWN_WORD = 0.8;
  private static final Pattern VALUE =
      Pattern.compile("(?:[MTSHRmtshr]|明治|大正|昭和|平成|令和)?[0-9][-0-9,.:/年月日時分～〜~ ()月火水木金土]*|[○◯●◎〇]");

  private HeaderLine() {}

  /**
   * The line of names; of several, such as one of groups above one of names, the last. Below it is
   * at least one line, unless there is only one.
   *
   * @param first the first line that may be one
   */
  static Optional<Integer> find(List<List<String>> lines, int first, int width) {
    Optional<Integer> found = Optional.empty();
    int end = Math.max(first + 1, Math.min(first + MOST_LINES, lines.size() - 1));
    for (int line = first; line < end; line++) {
      if (votes(lines, line, width) <= 0) {
        break;
      }
      found = Optional.of(line);
    }
    return found;
  }

  /** How many cells speak for a line of names, less those that look like the values below. */
  private static int votes(List<List<String>> lines, int line, int width) {
    List<String> cells = lines.get(line);
    boolean[] days = DayColumns.ofNames(cells).covered(cells.size());
    int votes = 0;
    for (int column = 0; column < Math.min(cells.size(), width); column++) {
      String cell = Text.beginning(cells.get(column));
      if (cell.isEmpty()) {
        continue;
      }
      if (days[column]) {
        votes++;
      } else if (isTyped(lines, line + 1, column)) {
        votes += isValue(cell) ? -1 : 1;
      } else if (Vocabulary.shipped().best(cell) >= KNOWN_WORD) {
        votes++;
      }
    }
    return votes;
  }

  /** Whether the values below are numbers, dates, times or codes. */
  private static boolean isTyped(List<List<String>> lines, int from, int column) {
    List<String> values =
        lines.subList(from, Math.min(lines.size(), from + LOOKED_AT)).stream()
            .filter(line -> column < line.size())
            .map(line -> Text.beginning(line.get(column)))
            .filter(value -> !value.isEmpty())
            .toList();
    long typed = values.stream().filter(HeaderLine::isValue).count();
    return !values.isEmpty() && typed >= TYPED * values.size();
  }

  private static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }
}
