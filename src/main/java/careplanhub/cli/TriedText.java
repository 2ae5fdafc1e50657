package careplanhub.cli;

import careplanhub.vendor.TracedRecord;
import careplanhub.vendor.TracedRecord.Step;
import careplanhub.vendor.TracedRecord.Value;
import java.io.PrintWriter;
import java.util.List;

/** What {@code ./hub adapter try} shows, as text: the vendor's side left, the standard's right. */
final class TriedText {
  private static final int LEFT = 44;

  private final PrintWriter screen;

  TriedText(PrintWriter screen) {
    this.screen = screen;
  }

  void print(TriedPage page) {
    screen.println(page.title());
    for (TracedRecord record : page.records()) {
      print(record);
    }
    screen.println(page.summary());
    page.findings().forEach(screen::println);
  }

  private void print(TracedRecord record) {
    screen.println();
    screen.println("── " + (record.line() > 0 ? record.line() + " 行目 " : "") + "─".repeat(30));
    if (!record.outcome().isEmpty()) {
      screen.println("  " + record.outcome());
    }
    List<Value> first = record.standard().isEmpty() ? List.of() : record.standard().get(0);
    screen.println("  " + padded("介護ソフト") + "│ 標準仕様");
    for (int line = 0; line < Math.max(record.vendor().size(), first.size()); line++) {
      String left = line < record.vendor().size() ? shown(record.vendor().get(line)) : "";
      String right = line < first.size() ? shown(first.get(line)) : "";
      screen.println("  " + padded(left) + "│ " + right);
    }
    for (int row = 1; row < record.standard().size(); row++) {
      screen.println(
          "  "
              + padded("")
              + "│ "
              + (row + 1)
              + " 行目: "
              + differing(first, record.standard().get(row)));
    }
    for (Step step : record.steps()) {
      screen.println("    " + sentence(step));
    }
  }

  private static String differing(List<Value> first, List<Value> row) {
    return String.join(
        "、", row.stream().filter(value -> !first.contains(value)).map(TriedText::shown).toList());
  }

  private static String sentence(Step step) {
    String remarks = step.remarks().isEmpty() ? "" : " ※ " + String.join(" ", step.remarks());
    return step.kind()
        + " "
        + step.lens()
        + ": "
        + joined(step.from())
        + " → "
        + joined(step.to())
        + remarks;
  }

  private static String joined(List<Value> values) {
    return values.isEmpty()
        ? "（なし）"
        : String.join("、", values.stream().map(TriedText::shown).toList());
  }

  private static String shown(Value value) {
    return value.name() + "「" + value.text().replaceAll("\\p{Cntrl}", " ") + "」";
  }

  private static String padded(String text) {
    return text + " ".repeat(Math.max(1, LEFT - WideTable.width(text)));
  }
}
