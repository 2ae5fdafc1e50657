package careplanhub.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells in columns on a terminal, where a Japanese character takes two places. */
final class WideTable {
  private static final String BETWEEN = "  ";

  private final List<List<String>> lines = new ArrayList<>();

  void line(String... cells) {
    lines.add(List.of(cells));
  }

  /** The lines, each column as wide as its widest cell. */
  List<String> lines() {
    int columns = lines.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        widths[column] = Math.max(widths[column], width(line.get(column)));
      }
    }
    return lines.stream().map(line -> padded(line, widths)).toList();
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      boolean last = column == line.size() - 1;
      text.append(cell);
      if (!last) {
        text.append(" ".repeat(widths[column] - width(cell))).append(BETWEEN);
      }
    }
    return text.toString().stripTrailing();
  }

  /** The places that a text takes. */
  static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    boolean half = point >= 0xFF61 && point <= 0xFF9F;
    return point >= 0x1100 && !half && !(point >= 0x2000 && point < 0x2460);
  }
}
