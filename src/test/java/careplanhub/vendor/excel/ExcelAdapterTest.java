package careplanhub.vendor.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.Field;
import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.ClockSerials;
import careplanhub.vendor.SupportOfficeLookup;
import careplanhub.vendor.Translated;
import careplanhub.vendor.VendorContext;
import careplanhub.vendor.VendorFile;
import careplanhub.vendor.VendorRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip as a workbook, filled in by a person, is a result; a broken one is told by its place. */
class ExcelAdapterTest {
  private static final int MORE_THAN_1MB = 1_048_577;
  private static final OfficeNumber OFFICE = new OfficeNumber("9970000002");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-01T01:02:03Z"), ZoneId.of("Asia/Tokyo"));
  private static final Map<String, String> PLAN =
      Map.ofEntries(
          Map.entry("csvVersion", "202407"),
          Map.entry("insurerNumber", "011002"),
          Map.entry("insuredNumber", "9900000001"),
          Map.entry("createdOn", "20250325"),
          Map.entry("targetMonth", "202504"),
          Map.entry("supportOfficeNumber", "9980000001"),
          Map.entry("plannerName", "計画 花子"),
          Map.entry("units", "244"),
          Map.entry("serviceDate", "20250401"),
          Map.entry("serviceStart", "0930"),
          Map.entry("serviceEnd", "1000"),
          Map.entry("serviceCount", "1"),
          Map.entry("serviceCode", "111111"),
          Map.entry("serviceOfficeNumber", OFFICE.value()),
          Map.entry("serviceOfficeName", "=1+1"),
          Map.entry("over30Days", "0"),
          Map.entry("updatedByOfficeNumber", "9980000001"));

  private final Adapter adapter = adapter();

  @Test
  void aSlipIsReadableTextWithItsZerosAndNeverAFormula() throws Exception {
    Cells cells = Cells.of(slip().bytes());
    assertEquals(2, cells.services());
    assertEquals("011002", cells.get(0, "保険者番号"));
    assertEquals("=1+1", cells.get(0, "サービス事業所名"));
    assertEquals("訪問介護", cells.get(0, "サービス種類"));
    assertEquals("0930", cells.get(0, "サービス開始時刻"));
    assertEquals("1", cells.get(0, "1日予定"));
    assertEquals("2", cells.get(0, "8日予定"));
    assertEquals("", cells.get(0, "1日実績"));
    assertTrue(slip().name().endsWith(".xlsx"), slip().name());
    String sheet = part(slip().bytes(), "xl/worksheets/sheet1.xml");
    assertFalse(sheet.contains("<f>"), "a formula");
    assertTrue(sheet.contains("3\"><v>1</v></c>"), "the count of a day is no number");
    assertTrue(sheet.contains("state=\"frozen\""), "no frozen heading");
    assertTrue(sheet.contains("hidden=\"true\"") || sheet.contains("hidden=\"1\""), "no hidden");
    assertArrayEquals(slip().bytes(), slip().bytes());
  }

  @Test
  void whatAPersonFillsInIsTheResultOfTheUser() throws Exception {
    Cells cells = Cells.of(slip().bytes());
    cells.set(0, "1日実績", 1);
    cells.set(0, "8日実績", "２");
    cells.set(0, "9日実績", "○");
    cells.set(0, "10日実績", 0);
    int extra = cells.copy(0);
    cells.set(extra, "サービス開始時刻", 0.5625);
    cells.set(extra, "サービス終了時刻", "14:00");
    for (int day : List.of(8, 9, 10)) {
      cells.set(extra, day + "日実績", "");
    }
    VendorRows read = read(cells.saved());
    assertEquals(List.of(), read.findings());
    assertEquals(
        List.of("20250401 0930 1", "20250408 0930 2", "20250409 0930 1", "20250401 1330 1"),
        read.rows().stream()
            .map(
                r ->
                    r.get("serviceDate")
                        + " "
                        + r.get("serviceStart")
                        + " "
                        + r.get("serviceCount"))
            .toList());
    Row first = read.rows().get(0);
    assertEquals("UPJSK", first.layout().kind());
    assertEquals(
        "011002 9900000001", first.get("insurerNumber") + " " + first.get("insuredNumber"));
    assertEquals(
        "9980000001 計画 花子", first.get("supportOfficeNumber") + " " + first.get("plannerName"));
    assertEquals(
        "20250501 " + OFFICE, first.get("createdOn") + " " + first.get("updatedByOfficeNumber"));
    Translated translated = adapter.address(List.of(read), context());
    assertEquals(1, translated.files().size());
    assertEquals("9980000001", translated.files().get(0).name().to().value());
  }

  @ParameterizedTest
  @CsvSource({
    "被保険者番号, 9900000002, 書き換えられて",
    "サービスコード, 111211, 書き換えられて",
    "確認, '', ハブが書いた行では",
    "サービス開始時刻, 朝, 時刻として",
    "単位数, 多い, 数",
    "31日実績, 1, この月に無い日",
    "2日実績, 一回, 数",
  })
  void aBrokenRowIsToldBySheetRowAndColumnAndItsUserWaits(String heading, String value, String word)
      throws Exception {
    Cells cells = Cells.of(slip().bytes());
    cells.set(0, "1日実績", 1);
    cells.set(1, "1日実績", 1);
    cells.set(0, heading, value);
    VendorRows read = read(cells.saved());
    assertEquals(1, read.rows().size());
    assertEquals(1, read.report().damaged().size());
    Finding told = read.findings().get(0);
    assertEquals(1, read.findings().size());
    assertEquals(3L, told.line());
    assertEquals(cells.column(heading) + 1, told.column());
    assertEquals("シート「提供票」 " + heading, told.field());
    assertTrue(told.message().contains(word), told.message());
  }

  @Test
  void whatIsHiddenIsSealedToo() throws Exception {
    Cells cells = Cells.of(slip().bytes());
    String hidden = cells.get(0, "確認").toString();
    assertTrue(hidden.endsWith("9980000001|計画 花子|||||0|"), hidden);
    for (String other :
        List.of(
            hidden.replace("9980000001", "9980000009"),
            hidden.replace("花子", ""),
            hidden.replace("0|", "0"),
            cells.get(1, "確認").toString())) {
      cells.set(0, "1日実績", 1);
      cells.set(0, "確認", other);
      VendorRows read = read(cells.saved());
      assertEquals(List.of(), read.rows());
      assertEquals("VENDOR-09", read.findings().get(0).code());
    }
  }

  @Test
  void aSheetOfAnotherFormIsKnownAndRefusedWithTheNextStep() throws Exception {
    byte[] bytes = slip().bytes();
    Cells cells = Cells.of(bytes);
    cells.mark("ケアプラン連携ハブ 提供票 1");
    VendorRows read = read(cells.saved());
    assertEquals(List.of(), read.rows());
    assertEquals("VENDOR-01", read.findings().get(0).code());
    assertTrue(read.findings().get(0).message().contains("ほかの版のハブ"), read.findings().toString());
  }

  @Test
  void aFormulaIsNeverWorkedOut() throws Exception {
    Cells cells = Cells.of(slip().bytes());
    cells.set(0, "3日実績", new Cells.Formula("1+1"));
    VendorRows read = read(cells.saved());
    assertEquals(List.of(), read.rows());
    assertTrue(read.findings().get(0).message().contains("数式"), read.findings().toString());
  }

  @Test
  void aLostZeroIsNoChangeAndAMissingColumnIsTold() throws Exception {
    Cells cells = Cells.of(slip().bytes());
    cells.set(0, "保険者番号", 11002);
    cells.set(0, "1日実績", 1);
    assertEquals("011002", read(cells.saved()).rows().get(0).get("insurerNumber"));
    cells.rename("サービスコード", "コード");
    VendorRows read = read(cells.saved());
    assertEquals("VENDOR-02", read.findings().get(0).code());
    assertEquals(2L, read.findings().get(0).line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bomb", "entity", "path", "twice", "text", "cut", "empty", "utf16"})
  void whatIsNoUsualWorkbookIsRefusedAndNotRecognised(String trick) throws Exception {
    byte[] bytes = tricked(trick);
    NamedSource source = new NamedSource("連携.xlsx", () -> new ByteArrayInputStream(bytes));
    assertFalse(adapter.recognises(source));
    VendorRows read = adapter.read(source, context());
    assertEquals(List.of(), read.rows());
    assertEquals("VENDOR-01", read.findings().get(0).code());
    assertTrue(read.findings().get(0).isError());
  }

  @Test
  void aSheetToReadShowsCodesWithTheirMeaning() throws Exception {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, "UP1KYO").orElseThrow();
    Field coded =
        layout.fields().stream()
            .filter(f -> f.codes() != null && !Standard.data().codes(f.codes()).isEmpty())
            .findFirst()
            .orElseThrow();
    var code = Standard.data().codes(String.valueOf(coded.codes())).entrySet().iterator().next();
    Row row =
        Row.of(
            layout,
            layout.fields().stream().map(f -> f.equals(coded) ? code.getKey() : "=1").toList());
    VendorFile made =
        adapter.fromStandard(
            FileName.parse("UP1KYO_9980000001_43_9970000002_11_20250325100203.CSV"), List.of(row));
    Cells cells = Cells.of(made.bytes());
    assertEquals(code.getKey() + " " + code.getValue(), cells.get(0, coded.japaneseName()));
    assertFalse(part(made.bytes(), "xl/worksheets/sheet1.xml").contains("<f>"));
    NamedSource source = new NamedSource(made.name(), () -> new ByteArrayInputStream(made.bytes()));
    assertFalse(adapter.recognises(source));
  }

  private byte[] tricked(String trick) throws IOException {
    String book = "<workbook/>";
    return switch (trick) {
      case "bomb" -> zip("xl/workbook.xml", book, "xl/a.xml", " ".repeat(MORE_THAN_1MB));
      case "entity" ->
          zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>");
      case "path" -> zip("xl/workbook.xml", book, "../../\u0001evil", "x");
      case "twice" -> {
        byte[] whole = zip("xl/workbook.xml", book, "xl/workbook.xmk", book);
        String latin = new String(whole, StandardCharsets.ISO_8859_1);
        yield latin.replace("workbook.xmk", "workbook.xml").getBytes(StandardCharsets.ISO_8859_1);
      }
      case "utf16" ->
          zip(
              "xl/workbook.xml",
              new String(
                  "<workbook/>".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
      case "cut" -> Arrays.copyOf(slip().bytes(), slip().bytes().length / 2);
      case "empty" -> new byte[0];
      default -> "利用者名,1日\r\n".getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String part(byte[] workbook, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("The workbook lacks " + name);
  }

  private VendorFile slip() {
    try {
      Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPPLAN").orElseThrow();
      Row first =
          Row.of(
              layout, layout.fields().stream().map(f -> PLAN.getOrDefault(f.key(), "")).toList());
      return adapter.fromStandard(
          FileName.parse("UPPLAN_202504_9980000001_43_9970000002_11_20250325100203.CSV"),
          List.of(
              first,
              first.with("serviceDate", "20250408").with("serviceCount", "2"),
              first.with("insuredNumber", "9900000002")));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private VendorRows read(byte[] bytes) throws IOException {
    NamedSource source = new NamedSource("連携_記入済.xlsx", () -> new ByteArrayInputStream(bytes));
    assertTrue(adapter.recognises(source));
    return adapter.read(source, context());
  }

  private static Adapter adapter() {
    try {
      String shipped = Files.readString(Path.of("config", "vendors", "excel", "adapter.yaml"));
      String bounded = shipped.replace("Size: 64MB", "Size: 1MB");
      return Adapter.parse("adapter.yaml", bounded.getBytes(StandardCharsets.UTF_8));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static VendorContext context() {
    return new VendorContext(
        OFFICE,
        Directory.empty(),
        SupportOfficeLookup.none(),
        new ClockSerials(CLOCK),
        CLOCK,
        HubSettings.defaults().intake());
  }
}
