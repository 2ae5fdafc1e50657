package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the language can say wrongly is refused with its place, in a sentence that names it. */
class WrongMappingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // several kinds
        "teikyo | kinds: [UPPLAN, UPJSK] | kinds: [UPPLAN, UPPLAN] | standard.kinds | 2 回",
        "teikyo | kinds: [UPPLAN, UPJSK] | kinds: [] | standard | kind か kinds",
        "teikyo | kinds: [UPPLAN]\\n  - days: | kinds: [UPSIKYU]\\n  - days: | lenses[9].kinds | standard.kinds にありません",
        "teikyo | - identifier | - UPPLAN.identifier | lost.fromStandard | UPJSK.identifier",
        "teikyo | - identifier | - identifier\\n    - UPJSK.units | lost.fromStandard | UPJSK.units",
        // columns
        "teikyo | alias: [サービス開始時刻, 開始時間] | alias: [終了時刻] | file.columns | 開始時刻",
        "teikyo | '\"{day}日予定\"\\n    -' | '{ name: \"{day}日予定\", at: A-AE }\\n    -' | file.columns | at は、すべて",
        "teikyo | '\"{day}日予定\"\\n    -' | '{ name: \"{day}日予定\", at: A-AD }\\n    -' | file.columns[9].at | CV-DZ",
        "teikyo | 'name: 開始時刻,' | 'name: 開始時刻, title: 開始,' | file.columns[7].title | 知らない項目",
        // days, totals and what they stand on
        "teikyo | columns: \"{day}日実績\" | columns: 単位数 | lenses[10].days.columns | {day}",
        "teikyo | of: \"{day}日実績\", times: 単位数 | of: \"{day}日実績\", times: 単価 | lenses[14].total.times | file.columns",
        "teikyo | value: serviceCount\\n    kinds: [UPJSK] | value: serviceCount\\n    kinds: [UPPLAN, UPJSK] | lenses[10] | serviceDate",
        // tables and forms
        "teikyo | codes: [2, 4] | codes: [2, 3] | lenses[5].lookup.codes | 桁数",
        "teikyo | table: services | table: ../services | lenses[5].lookup.table | 英小文字",
        "teikyo | style: yyyyMM | style: yyMM | lenses[3].rename.form.month.style | 令和y年M月",
        "teikyo | style: HHmm | style: mmHH | lenses[6].rename.form.time.style | H:mm",
        "yogu | shape: 99999-999999 | shape: 99999_99 | lenses[5].rename.form.code.shape | 9（数字）",
        "yogu | field: equipmentName } | 'field: equipmentName, form: { text: { kana: half } } }' | lost.writing | equipmentName",
        "yogu | field: equipmentName } | 'field: equipmentName, default: 品 }' | lost.writing | equipmentName",
        "yogu | insured: 被保険者番号 | insured: 番号 | lenses[1].user.insured | columns",
        "yogu | '{month:令和y年M月}分' | '{month:y年}分' | file.preamble[1] | {from}",
        "yogu | among: [insurerNumber | among: [identifier | lenses[19] | 上のレンズ",
        // months, days and durations
        "gekkan | '\"*{month}*\"' | '\"*.csv\"' | file.month.name | {month}",
        "gekkan | 月間スケジュール_{month}_ | 月間スケジュール_ | file | fileMonth",
        "gekkan | of: serviceDate } | 'of: serviceDate, style: Mon }' | lenses[4].weekday.style | 月曜",
        "gekkan | month: targetMonth, field | month: createdOn, field | lenses[3] | 上のレンズ",
        "gekkan | end: serviceEnd } | 'end: serviceEnd, gives: units }' | lenses[7].duration.gives | start か end",
        "gekkan | defaults: [\"\", \"0\"] | defaults: [\"0\"] | lenses[8].lookup.defaults | 同じ数",
        "gekkan | charset: MS932 | charset: SJIS | file.charset | UTF-8",
        "gekkan | lineEnd: CRLF | lineEnd: CR | file.lineEnd | LF",
        "gekkan | lineEnd: CRLF | 'lineEnd: CRLF\\n  separator: pipe' | file.separator | tab",
        "gekkan | lineEnd: CRLF | 'lineEnd: CRLF\\n  header: none' | file.columns | at（列",
        "gekkan | 'recognise: [職員名１, 日付, 曜日, 利用者, 業務種別, サービス内容]' | 'recognise: { columns: 18-10 }' | recognise.columns | 130-150",
        "gekkan | 'recognise: [職員名１, 日付, 曜日, 利用者, 業務種別, サービス内容]' | 'recognise: { preamble: [表] }' | recognise | 1 つ以上",
      })
  void aWrongMappingIsRefusedWithItsPlace(
      String adapter, String shipped, String changed, String field, String word)
      throws IOException {
    String yaml = Files.readString(Path.of("config", "vendors", adapter, "adapter.yaml"));
    String wrong = yaml.replace(lines(shipped), lines(changed));
    assertTrue(!wrong.equals(yaml), () -> "the shipped file lacks " + shipped);
    ConfigurationException mistake =
        assertThrows(
            ConfigurationException.class,
            () -> Adapter.parse("adapter.yaml", wrong.getBytes(StandardCharsets.UTF_8)));
    assertEquals(field, mistake.field(), mistake.getMessage());
    assertTrue(mistake.line() != null && mistake.line() > 0, mistake.getMessage());
    assertTrue(word == null || mistake.getMessage().contains(word), mistake.getMessage());
  }

  @Test
  void lensesThatNeedEachOtherAreACycle() throws IOException {
    String yaml = Files.readString(Path.of("config", "vendors", "gekkan", "adapter.yaml"));
    String start = "  - rename:\n      column: 開始時間\n";
    String end = "  - rename:\n      column: 終了時間\n";
    String wrong =
        without(without(yaml, start), end)
            .replace(
                "duration: { column: 提供時間（分）, start: serviceStart, end: serviceEnd }",
                "duration: { column: 提供時間（分）, start: serviceStart, end: serviceEnd, gives: serviceEnd }")
            .replace(
                "  - weekday:",
                "  - duration: { column: 備考, start: serviceStart, end: serviceEnd, gives: serviceStart }\n  - weekday:");
    ConfigurationException mistake =
        assertThrows(
            ConfigurationException.class,
            () -> Adapter.parse("adapter.yaml", wrong.getBytes(StandardCharsets.UTF_8)));
    assertEquals("lenses[4]", mistake.field(), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("循環"), mistake.getMessage());
  }

  /** The file without a lens of four lines. */
  private static String without(String yaml, String begin) {
    int from = yaml.indexOf(begin);
    int to = yaml.indexOf("\n  - ", from + 1);
    return yaml.substring(0, from) + yaml.substring(to + 1);
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }
}
