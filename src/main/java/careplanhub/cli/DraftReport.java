package careplanhub.cli;

import careplanhub.vendor.kit.AdapterDraft;
import careplanhub.vendor.kit.Sample;
import java.io.PrintWriter;
import java.util.List;

/** What a draft guessed, as a Japanese table on the screen. It shows no value of the sample. */
final class DraftReport {
  private DraftReport() {}

  static void print(AdapterDraft draft, Sample sample, PrintWriter screen) {
    screen.println(
        "見本: 文字コード "
            + sample.charset()
            + "、区切り "
            + sample.separator()
            + "、改行 "
            + sample.lineEnd()
            + "、列 "
            + sample.width()
            + "、"
            + (sample.hasHeader() ? "見出し " + (sample.preamble().size() + 1) + " 行目" : "見出しなし")
            + "、見た行 "
            + sample.records().size());
    WideTable table = new WideTable();
    table.line("列", "見出し", "", "何の列か", "標準の項目", "確かさ", "理由");
    for (AdapterDraft.Line line : draft.lines()) {
      table.line(
          String.valueOf(line.number()),
          line.name(),
          line.connected() ? "→" : "×",
          line.meaning(),
          line.field(),
          line.percent() == 0 ? "" : line.percent() + " %",
          line.reason());
    }
    table.lines().forEach(screen::println);
    long connected = draft.lines().stream().filter(AdapterDraft.Line::connected).count();
    screen.println("→ 移す列 " + connected + "、× 移さない列 " + (draft.lines().size() - connected));
    List<String> unknown =
        draft.lines().stream()
            .filter(line -> line.percent() == 0)
            .map(AdapterDraft.Line::name)
            .toList();
    if (!unknown.isEmpty()) {
      screen.println("分からなかった列: " + String.join("、", unknown));
    }
    draft.notes().forEach(note -> screen.println("確かめること: " + note));
  }
}
