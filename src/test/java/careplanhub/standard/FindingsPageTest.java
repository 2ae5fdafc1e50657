package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/findings.md} says what {@code findings.yaml} says. Run with {@code
 * -Dcareplanhub.writeDocs=true} to write the page anew.
 */
class FindingsPageTest {
  private static final Path PAGE = Path.of("docs", "findings.md");
  private static final Map<String, String> CHAPTERS =
      Map.of(
          "NAME", "1. ファイル名",
          "READ", "2. 読み取り",
          "FIELD", "3. 項目",
          "ROW", "4. 行",
          "FILE", "5. ファイル",
          "UNIT", "6. 送信単位",
          "WRITE", "7. 書き出し",
          "STEP", "8. 版の変換");

  @Test
  void thePageTellsEveryCodeAsTheDataDo() throws IOException {
    String page = page();
    if (Boolean.getBoolean("careplanhub.writeDocs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertEquals(page, Files.readString(PAGE, StandardCharsets.UTF_8).replace("\r\n", "\n"));
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append("# 検査の指摘の一覧\n\n");
    page.append("`./hub check` などが出す指摘の、コード・重さ・検査規則の番号・標準仕様の節・文・例・直し方です。");
    page.append("「項目」には項目の日本語名称、「…」にはその場で分かることが入ります。利用者の値は入りません。\n");
    page.append("重さが「注意」の指摘も、`--strict` では誤りになることがあります（読めたが標準仕様にない書き方）。\n");
    List<String> chapters =
        CHAPTERS.keySet().stream().sorted(Comparator.comparing(CHAPTERS::get)).toList();
    for (String chapter : chapters) {
      page.append("\n## ").append(CHAPTERS.get(chapter)).append("\n\n");
      page.append("| コード | 重さ | 規則 | 節 | 何が誤りか | 例 | 直し方 |\n|---|---|---|---|---|---|---|\n");
      page.append(
          FindingText.all().entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(chapter + "-"))
              .map(entry -> line(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining()));
    }
    return page.toString();
  }

  private static String line(String code, FindingText text) {
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            code,
            text.severity() == Severity.ERROR ? "誤り" : "注意",
            text.rule() == null ? "" : text.rule(),
            text.section(),
            readable(text.sentence()),
            text.example().replace("|", "\\|"),
            readable(text.remedy()));
  }

  private static String readable(String sentence) {
    return sentence
        .replace("{field}", "項目")
        .replace("{length}", "…")
        .replaceAll("\\{[0-9]\\}", "…")
        .replace("|", "\\|");
  }
}
