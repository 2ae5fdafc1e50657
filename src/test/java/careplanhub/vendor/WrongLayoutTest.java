package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a file is laid out and recognised is refused or taken at the edge of what is allowed. */
class WrongLayoutTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the standard's side
        "gekkan | kind: UPJSK | 'kind: UPJSK\\n  kinds: [UPJSK]' | standard | kind か kinds",
        "gekkan | kind: UPJSK | kind: UPXXX | standard.kind | 標準仕様に無いファイル",
        "gekkan | 'version: \"4.1\"' | 'version: \"9.9\"' | standard.version | 4.1",
        // how a file looks
        "seikyu | header: none | header: some | file.header | none",
        "gekkan | _{serial}.csv | _{serial}*.csv | file.name | 文字・数字",
        "gekkan | _{serial}.csv | /{serial}.csv | file.name | 文字・数字",
        "gekkan | 'name: \"月間' | 'name: \".月間' | file.name | 文字・数字",
        "gekkan | _{fromType} | '' | file.name | {fromType}",
        "yogu | '\"サービスチェックシート\"' | '\" \"' | file.preamble[0] | 文字と",
        "gekkan | 'lineEnd: CRLF' | 'lineEnd: CRLF\\n  per: office' | file.per | user と書き",
        "gekkan | _{serial}.csv | _{serial}_{user}.csv | file.name | per: user",
        "seikyu | columns: 130-200 | columns: 200-130 | recognise.columns | 130-150",
        "seikyu | columns: 130-200 | columns: many | recognise.columns | 130-150",
        "gekkan | 'recognise: [職員名１' | 'recognise: [職員名９' | recognise | file.columns に無い列",
        "seikyu | 'recognise: { name: \"*請求*\", columns: 130-200 }' | 'recognise: [単位]' | recognise | 見出しの語",
        // columns
        "gekkan | '    - 職種１\\n' | '    - 職員名１\\n' | file.columns | 1 回ずつ",
        "gekkan | '    - 職種１\\n' | '    - 職員名1\\n' | file.columns | 1 回ずつ",
        "gekkan | '    - 職種１\\n' | '    - \"\"\\n' | file.columns | 1 回ずつ",
        "seikyu | at: CD | at: BZ | file.columns | 別の列でも",
        "seikyu | at: CD | at: CD-CE | file.columns[1].at | 列の番号",
        "seikyu | at: CD | at: CD-CD-CD | file.columns[1].at | 列の番号",
        "seikyu | at: CD | at: 0 | file.columns[1].at | 列の番号",
        "seikyu | at: CD | at: 1001 | file.columns[1].at | 列の番号",
        "seikyu | at: CV-DZ | at: CV-DY | file.columns[3].at | CV-DZ",
        "seikyu | at: CV-DZ | at: CV-EA | file.columns[3].at | CV-DZ",
        "seikyu | at: CV-DZ | at: CV | file.columns[3].at | CV-DZ",
        // what stays behind
        "jittai | 'empty: [被保険者番号]' | 'empty: [番号]' | notExchanged[2] | file.columns に無い列",
        // what is lost
        "gekkan | '職員名１, 職種１' | '職員名１, 職種９' | lost.toStandard | file.columns に無い列",
        "gekkan | ', 備考]' | ', 備考, 日付]' | lost.toStandard | レンズで移る",
        "gekkan | ', 備考]' | ']' | lost.toStandard | 「備考」",
        "gekkan | '    - identifier\\n' | '    - identifier\\n    - serviceDate\\n' | lost.fromStandard | レンズで移る",
        "gekkan | '    - identifier\\n' | '    - identifier\\n    - other\\n' | lost.fromStandard | 無い項目",
        "gekkan | '  tell:\\n' | '  tell:\\n    - serviceDate\\n' | lost.tell | fromStandard",
        "seikyu | '    - identifier\\n' | '' | lost.fromStandard | identifier",
        // lenses among each other
        "gekkan | '  - hub: { field: createdOn, fact: today }\\n' | '' | lenses | createdOn",
        "gekkan | 'hub: { field: createdOn,' | 'hub: { field: serviceDate,' | lenses[10] | 別のレンズ",
        "gekkan | 'weekday: { column: 曜日,' | 'weekday: { column: 日付,' | lenses[4] | 別のレンズ",
        "teikyo | 'kinds: [UPPLAN]\\n  - days:' | 'kinds: []\\n  - days:' | lenses[9].kinds | 並べて",
        "teikyo | 'kinds: [UPPLAN]\\n  - days:' | 'kinds: UPPLAN\\n  - days:' | lenses[9].kinds | 並べて",
        "gekkan | 'over30Days, value: \"0\" }' | 'over30Days, value: \"0\" }\\n    kinds: [UPJSK]' | lenses[16].kinds | standard.kinds",
      })
  void aWrongLayoutIsRefusedWithItsPlace(
      String adapter, String shipped, String changed, String field, String word)
      throws IOException {
    byte[] wrong = changed(adapter, shipped, changed);
    ConfigurationException mistake =
        assertThrows(ConfigurationException.class, () -> Adapter.parse("adapter.yaml", wrong));
    assertEquals(field, mistake.field(), mistake.getMessage());
    assertTrue(mistake.getMessage().contains(word), mistake.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seikyu | columns: 130-200 | columns: 130-130",
        "seikyu | columns: 130-200 | columns: 130",
        "seikyu | at: CD | at: 82",
        "seikyu | at: CD | at: 1",
        "seikyu | at: CD | at: 1000",
        "seikyu | at: CV-DZ | at: 970-1000",
        "gekkan | 'lineEnd: CRLF' | 'lineEnd: LF\\n  separator: comma'",
        "gekkan | '    - 職種１\\n' | '    - { name: 職種１, alias: [職種1, 職種] }\\n'",
        "gekkan | '\"*{month}*\" }' | '\"*{month}*\", label: 年月 }'",
        "gekkan | 'month: { name: \"*{month}*\" }' | 'month: { label: 年月 }\\n  preamble: [\"年月{month}\"]'",
      })
  void theEdgeOfWhatIsAllowedIsTaken(String adapter, String shipped, String changed)
      throws Exception {
    assertEquals(adapter, Adapter.parse("adapter.yaml", changed(adapter, shipped, changed)).name());
  }

  @ParameterizedTest
  @CsvSource({"28, true", "29, false"})
  void aPreambleHasThirtyLinesAtMost(int more, boolean taken) throws Exception {
    byte[] yaml =
        changed(
            "yogu",
            "    - \"サービスチェックシート\"\n",
            "    - \"サービスチェックシート\"\n" + "    - 表\n".repeat(more));
    String refused = "";
    try {
      Adapter.parse("adapter.yaml", yaml);
    } catch (ConfigurationException e) {
      refused = e.field();
    }
    assertEquals(taken ? "" : "file.preamble", refused);
  }

  private static byte[] changed(String adapter, String shipped, String changed) throws IOException {
    String yaml = Files.readString(Path.of("config", "vendors", adapter, "adapter.yaml"));
    String other = yaml.replace(lines(shipped), lines(changed));
    assertTrue(!other.equals(yaml), () -> "the shipped file lacks " + shipped);
    return other.getBytes(StandardCharsets.UTF_8);
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
