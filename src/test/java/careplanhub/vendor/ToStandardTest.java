package careplanhub.vendor;

import static careplanhub.vendor.JittaiFixture.COLUMNS;
import static careplanhub.vendor.JittaiFixture.MS932;
import static careplanhub.vendor.JittaiFixture.OTHER_USER;
import static careplanhub.vendor.JittaiFixture.SUPPORT_OFFICE;
import static careplanhub.vendor.JittaiFixture.context;
import static careplanhub.vendor.JittaiFixture.csv;
import static careplanhub.vendor.JittaiFixture.export;
import static careplanhub.vendor.JittaiFixture.utf8;
import static careplanhub.vendor.JittaiFixture.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of サービス実態 become results for each user's support office. */
class ToStandardTest {
  private final Adapter adapter = JittaiFixture.adapter();

  @Test
  void oneVisitIsOneRowOfTheResult() throws IOException {
    Translated translated = translate(visit());
    assertEquals(List.of(), translated.findings());
    AddressedFile file = only(translated);
    assertEquals(
        "UPJSK_202504_9970000002_11_9980000001_43_20250501100203.CSV", file.name().format());
    Row row = file.rows().get(0);
    assertEquals(
        List.of(
            "202407",
            "011002",
            "9900000001",
            "20250501",
            "202504",
            "9980000001",
            "計画 花子",
            "244",
            "",
            "20250401",
            "",
            "0950",
            "1020",
            "1",
            "111111",
            "",
            "",
            "",
            "",
            "9970000002",
            "",
            "",
            "0",
            "9970000002",
            ""),
        row.values());
  }

  @Test
  void columnsAreFoundByTheirNamesInAnyOrder() throws IOException {
    List<String> columns = new ArrayList<>(COLUMNS);
    Collections.reverse(columns);
    assertEquals(rows(export(visit())), rows(utf8(csv(columns, visit()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ms932", "utf8", "bom", "lf", "noend", "quoted", "blank"})
  void theSameRowsComeHoweverTheFileWasSaved(String how) throws IOException {
    String text = csv(COLUMNS, visit(), visit("開始時間", "13:00", "終了時間", "14:00"));
    byte[] bytes =
        switch (how) {
          case "ms932" -> text.getBytes(MS932);
          case "utf8" -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
          case "bom" -> ("\uFEFF" + text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          case "lf" -> text.replace("\r\n", "\n").getBytes(MS932);
          case "noend" -> text.stripTrailing().getBytes(MS932);
          case "quoted" ->
              text.lines()
                  .map(line -> "\"" + line.replace(",", "\",\"") + "\"\r\n")
                  .reduce("", String::concat)
                  .getBytes(MS932);
          default -> text.replace("\r\n", "\r\n\r\n").getBytes(MS932);
        };
    Translated translated = adapter.toStandard(JittaiFixture.bytes(bytes), context());
    assertEquals(List.of(), translated.findings());
    assertEquals(
        List.of("0950", "1300"),
        only(translated).rows().stream().map(row -> row.get("serviceStart")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "西暦日付, R7.4.1, serviceDate, 20250401",
    "西暦日付, 令和7年4月1日, serviceDate, 20250401",
    "西暦日付, R070401, serviceDate, 20250401",
    "西暦日付, 20250401, serviceDate, 20250401",
    "西暦日付, 2025-4-1, serviceDate, 20250401",
    "西暦日付, 2025年4月1日(火), serviceDate, 20250401",
    "西暦日付, ２０２５／０４／０１, serviceDate, 20250401",
    "西暦日付, 2025/4/1 0:00, serviceDate, 20250401",
    "西暦日付, 平成31年4月30日, serviceDate, 20190430",
    "西暦日付, 令和元年5月1日, serviceDate, 20190501",
    "開始時間, 0950, serviceStart, 0950",
    "開始時間, 950, serviceStart, 0950",
    "開始時間, ９：５０, serviceStart, 0950",
    "開始時間, 9時50分, serviceStart, 0950",
    "開始時間, 09:50:00, serviceStart, 0950",
    "終了時間, 24:00, serviceEnd, 0000",
    "開始時間, '', serviceStart, 9999",
    "保険者番号, 11002, insurerNumber, 011002",
    "保険者番号, ０１１００２, insurerNumber, 011002",
    "保険単位数, １２３, units, 123",
    "保険単位数, ▲24, units, -24",
    "サービス種類コード, １１, serviceCode, 111111",
    "サービス内容コード, 111, serviceCode, 110111",
    "サービス種類コード, a2, serviceCode, A21111",
  })
  void whatSpreadsheetsDoToValuesIsUndoneAndTold(
      String column, String cell, String field, String expected) throws IOException {
    Translated translated =
        adapter.toStandard(
            export(visit(column, cell)), context(SupportOfficeLookup.always(SUPPORT_OFFICE)));
    assertFalse(translated.hasErrors(), translated.findings()::toString);
    assertEquals(expected, only(translated).rows().get(0).get(field));
    if (!cell.equals("a2")) {
      Finding told = translated.findings().get(0);
      assertEquals(column, told.field());
      assertEquals(COLUMNS.indexOf(column) + 1, told.column());
      assertEquals(2L, told.line());
      assertTrue(told.message().contains("（1 行）"), told.message());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "西暦日付, 2025/02/30",
    "西暦日付, 25/4/1",
    "西暦日付, 04/01/2025",
    "西暦日付, 平成40年1月1日",
    "西暦日付, X7.4.1",
    "西暦日付, ''",
    "開始時間, 25:00",
    "開始時間, 9:60",
    "開始時間, 9",
    "開始時間, morning",
    "保険者番号, 1310021",
    "保険者番号, 1.3E+5",
    "被保険者番号, 12345678901",
    "被保険者番号, H12",
    "保険単位数, many",
    "保険単位数, 1234567",
    "保険単位数, 24.4",
    "サービス内容コード, ''",
    "サービス内容コード, 11111",
    "サービス種類コード, 身",
  })
  void anUnreadableValueIsAnErrorWithItsPlaceAndTheOtherUsersGoOn(String column, String cell)
      throws IOException {
    Map<String, String> bad =
        visit("被保険者番号", OTHER_USER.insuredNumber(), column, cell, "保険者番号", "11002");
    bad.put(column, cell);
    Translated translated =
        adapter.toStandard(
            export(visit(), bad, visit("西暦日付", "2025/04/02")),
            context(SupportOfficeLookup.always(SUPPORT_OFFICE)));
    Finding error =
        translated.findings().stream().filter(Finding::isError).findFirst().orElseThrow();
    assertEquals(3L, error.line());
    assertEquals(2L, error.record());
    assertEquals(column, error.field());
    assertEquals(COLUMNS.indexOf(column) + 1, error.column());
    assertTrue(cell.length() < 2 || !error.message().contains(cell), error.message());
    assertEquals(2, only(translated).rows().size());
  }

  @Test
  void whatIsNotExchangedStaysBehindAndIsCounted() throws IOException {
    Translated translated =
        translate(
            visit(),
            visit("サービス種類コード", "", "サービス内容コード", "", "自費金額", "3000"),
            visit("保険単位数", "0", "自費金額", "1,500".replace(",", "")),
            visit("被保険者番号", "", "障害者受給者番号", "9900000009"));
    assertEquals(1, only(translated).rows().size());
    assertEquals(4, translated.records());
    assertEquals(3, translated.notExchanged());
    assertFalse(translated.hasErrors());
    assertEquals(
        List.of("VENDOR-12", "VENDOR-12", "VENDOR-12"),
        translated.findings().stream().map(Finding::code).toList());
  }

  @Test
  void theLayoutIsRecognisedByItsHeader() throws IOException {
    assertTrue(adapter.recognises(export(visit())));
    assertTrue(adapter.recognises(utf8("\uFEFF" + csv(COLUMNS, visit()))));
  }

  @Test
  void noTextOfTheTranslationShowsAValue() throws IOException {
    Translated translated = translate(visit(), visit("西暦日付", "秘密"), visit("被保険者番号", "９９００００００７７"));
    String shown =
        translated.toString()
            + translated.files()
            + translated.waiting()
            + translated.held()
            + adapter.read(export(visit()), context());
    for (String secret : List.of("9900000001", "9900000077", "試験", "秘密")) {
      assertFalse(shown.contains(secret), secret);
    }
  }

  private List<List<String>> rows(NamedSource source) throws IOException {
    return only(adapter.toStandard(source, context())).rows().stream().map(Row::values).toList();
  }

  @SafeVarargs
  private Translated translate(Map<String, String>... visits) throws IOException {
    return adapter.toStandard(export(visits), context());
  }

  private static AddressedFile only(Translated translated) {
    assertEquals(1, translated.files().size(), () -> translated.findings().toString());
    return translated.files().get(0);
  }
}
