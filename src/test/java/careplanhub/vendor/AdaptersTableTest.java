package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.standard.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/adapters-table.md} says what each shipped adapter makes, takes and loses, as the
 * adapters themselves say it. Run with {@code -Dcareplanhub.writeDocs=true} to write it anew.
 */
class AdaptersTableTest {
  private static final Path PAGE = Path.of("docs", "adapters-table.md");

  @Test
  void theTableIsMadeOfTheAdapters() throws Exception {
    String page = page();
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE).replace("\r\n", "\n"));
  }

  private static String page() throws Exception {
    StringBuilder page =
        new StringBuilder(
            """
            # What each adapter carries / アダプタごとに運べるもの

            Made from the adapters: `AdaptersTableTest` keeps it equal. Lost means: the other side has no place for
            it. アダプタから作った表です。「失われる」は、相手側に置き場所が無いことです。

            | アダプタ / adapter | 作るファイル / makes | 受け取るファイル / takes | 標準仕様へ移らない列 / columns lost to the standard | 標準仕様から移らない項目 / fields lost from the standard | 書き方が変わる項目 / fields in another writing |
            |---|---|---|---|---|---|
            """);
    for (Adapter adapter : Adapters.load(Path.of("config", "vendors")).all()) {
      page.append("| `").append(adapter.name()).append("` ").append(adapter.title());
      cell(page, List.copyOf(new TreeSet<>(adapter.makes())), "");
      cell(page, List.copyOf(new TreeSet<>(adapter.kinds())), "");
      cell(page, adapter.lostToStandard(), "、");
      cell(page, named(adapter, adapter.lostFromStandard()), "、");
      cell(page, named(adapter, adapter.lostWriting()), "、");
      page.append(" |\n");
    }
    return page.toString();
  }

  private static void cell(StringBuilder page, List<String> texts, String between) {
    page.append(" | ")
        .append(
            texts.isEmpty()
                ? "–"
                : String.join(between.isEmpty() ? ", " : between, texts).replace("|", "\\|"));
  }

  /** The fields by their 日本語名称; a kind before it stays. */
  private static List<String> named(Adapter adapter, List<String> declared) {
    return declared.stream().map(field -> named(adapter.layouts(), field)).toList();
  }

  private static String named(List<Layout> layouts, String declared) {
    for (Layout layout : layouts) {
      String key = LossCheck.keyIn(layout, declared);
      if (!key.isEmpty()) {
        String kind = declared.equals(key) ? "" : layout.kind() + " ";
        return kind + layout.field(key).japaneseName();
      }
    }
    return declared;
  }
}
