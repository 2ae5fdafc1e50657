package careplanhub.vendor.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines above a header as a draft writes them, and where they say the month. Nothing of a
 * sample goes into a draft that could be about a person or an office: only words without digits and
 * blanks stay.
 *
 * @param lines for {@code file.preamble}
 * @param label what stands before the month; empty when no line says it
 */
record PreamblePlan(List<String> lines, String label) {
  private static final int LONGEST_TITLE = 20;

  PreamblePlan {
    lines = List.copyOf(lines);
  }

  static PreamblePlan of(Sample sample) {
    List<String> lines = new ArrayList<>();
    String label = "";
    for (List<String> line : sample.preamble()) {
      List<String> cells = line.stream().map(Text::plain).filter(cell -> !cell.isEmpty()).toList();
      String written = "（表題）";
      for (int place = 0; place < cells.size(); place++) {
        Optional<Month> month = month(cells, place);
        if (month.isPresent() && label.isEmpty()) {
          label = month.get().label();
          written = month.get().written(sample);
        }
      }
      if (written.equals("（表題）") && !cells.isEmpty() && isTitle(cells.get(0))) {
        written = cells.get(0);
      }
      lines.add(written);
    }
    return new PreamblePlan(lines, label);
  }

  /** A month behind a label, in one cell or in the next. */
  private record Month(String label, boolean next, String style) {
    String written(Sample sample) {
      String between = next ? sample.separator().equals("tab") ? "\t" : "," : "";
      String sign = sample.separator().equals("semicolon") && next ? ";" : between;
      return label + sign + "{month:" + style + "}";
    }
  }

  private static Optional<Month> month(List<String> cells, int place) {
    String cell = cells.get(place);
    String bare = cell.replaceFirst("[:：]$", "");
    if (place + 1 < cells.size() && isTitle(bare) && Shapes.isMonth(cells.get(place + 1))) {
      return Optional.of(new Month(cell, true, style(cells.get(place + 1))));
    }
    for (int at = 1; at < cell.length(); at++) {
      String before = cell.substring(0, at).strip();
      String after = cell.substring(at).strip();
      if (isTitle(before.replaceFirst("[:：]$", "")) && Shapes.isMonth(after)) {
        return Optional.of(new Month(before, false, style(after)));
      }
    }
    return Optional.empty();
  }

  private static String style(String month) {
    String yaml = FormChoice.best(List.of(month), FormChoice.MONTHS).yaml();
    return yaml.substring(yaml.indexOf('"') + 1, yaml.lastIndexOf('"'));
  }

  private static boolean isTitle(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_TITLE
        && text.chars().noneMatch(c -> Character.isDigit(c) || Character.isWhitespace(c))
        && text.chars().noneMatch(c -> c == '{' || c == '}')
        && !Shapes.isOfficeName(text.replace("サービス", ""));
  }
}
