package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mapping that loses what it does not declare, or is written wrongly, is refused with its place.
 */
class AdapterFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- 職員EMAIL\\n    - 自費金額 | - 職員EMAIL | lost.toStandard | 自費金額",
        "  toStandard:\\n | toStandard:\\n    - 西暦日付\\n | lost.toStandard | レンズで移る",
        "- serviceOfficeName\\n    - satelliteNo | - serviceOfficeName | lost.fromStandard | satelliteNo（サテライト枝番）",
        "- identifier | - identifier\\n    - units | lost.fromStandard | units",
        "- identifier | - identifier\\n    - nothing | lost.fromStandard | UPJSK に無い項目",
        "- constant: { field: serviceCount, value: \"1\" } | '' | lenses | serviceCount（サービス回数）",
        "- constant: { field: over30Days, value: \"0\" } | - constant: { field: serviceCount, value: \"0\" } | lenses[15] | serviceCount",
        "- monthOf: { field: targetMonth, of: serviceDate } | - monthOf: { field: targetMonth, of: createdOn } | lenses[4] | 上のレンズ",
        "column: 保険者番号 | column: 保険者 | lenses[1].rename.column | file.columns",
        "field: units | field: unit | lenses[8].rename.field | UPJSK に無い",
        "- rename:\\n      column: 保険単位数 | - eval:\\n      column: 保険単位数 | lenses[8] | 知らないレンズ",
        "number: { length: 6 } | expression: { length: 6 } | lenses[8].rename.form | 知らない書き方",
        "digits: { length: 6 } | digits: { length: 6, size: 6 } | lenses[1].rename.form.digits.size | 知らない項目",
        "digits: { length: 6 } | digits: { length: 0 } | lenses[1].rename.form.digits.length | 1 から 40",
        "style: yyyy/MM/dd | style: dd/MM | lenses[3].rename.form.date.style | Ry.M.d",
        "lengths: [2, 4] | lengths: [2, 3] | lenses[7].join.lengths | 桁数の合計",
        "fact: today | fact: tomorrow | lenses[9].hub.fact | exportingOffice",
        "kind: UPJSK | kind: UPXXX | standard.kind | UPJSK",
        "charset: MS932 | charset: EUC-JP | file.charset | UTF-8",
        "_{serial}.csv | .csv | file.name | {serial}",
        "recognise: [ | recognise: [名前, | recognise | 名前",
        "- 日付\\n    - 時間\\n    - 利用者名\\n    - サービス内容\\n    - 担当職員\\n    - サービス種類コード | - 日付\\n    - 日付 | file.columns | 1 回ずつ",
        "tell:\\n | tell:\\n    - units\\n | lost.tell | fromStandard",
        "version: \"1\" | version: \"1\"\\nedition: \"1\" | edition | 知らない項目",
      })
  void aWrongMappingIsRefusedWithItsPlace(String shipped, String changed, String field, String word)
      throws IOException {
    String yaml = Files.readString(JittaiFixture.FILE);
    String wrong = yaml.replace(shipped.replace("\\n", "\n"), changed.replace("\\n", "\n"));
    assertTrue(!wrong.equals(yaml), "the shipped file lacks " + shipped);
    ConfigurationException mistake =
        assertThrows(
            ConfigurationException.class,
            () -> Adapter.parse("adapter.yaml", wrong.getBytes(StandardCharsets.UTF_8)));
    assertEquals(field, mistake.field(), mistake.getMessage());
    assertTrue(mistake.line() != null && mistake.line() > 0, mistake.getMessage());
    assertTrue(mistake.getMessage().contains(word), mistake.getMessage());
  }

  @Test
  void everyShippedAdapterLoads() throws Exception {
    Adapters adapters = Adapters.load(Path.of("config", "vendors"));
    assertTrue(adapters.named("jittai").isPresent());
    assertEquals(Optional.empty(), adapters.named("other"));
    assertEquals(
        "jittai",
        adapters
            .recognise(JittaiFixture.export(JittaiFixture.visit()))
            .map(Adapter::name)
            .orElse(""));
    assertEquals(Optional.empty(), adapters.recognise(JittaiFixture.utf8("a,b\n")));
  }

  @Test
  void anAdapterIsNamedAsItsFolder() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.copy(JittaiFixture.FILE, other.resolve("adapter.yaml"));
    ConfigurationException mistake =
        assertThrows(ConfigurationException.class, () -> Adapters.load(folder));
    assertTrue(mistake.getMessage().contains("フォルダの名前（other）"), mistake.getMessage());
  }

  @Test
  void aHubWithoutAdaptersHasNone() throws Exception {
    assertTrue(Adapters.load(folder.resolve("vendors")).all().isEmpty());
  }
}
