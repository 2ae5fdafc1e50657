package careplanhub.fax.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.DataSize;
import careplanhub.office.FormSettings;
import careplanhub.standard.Field;
import careplanhub.standard.FieldType;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every box of a form shows what its row says, in characters that a reader knows. */
class FormTextsTest {
  private static final Map<FormKind, List<String>> FILES =
      Map.of(
          FormKind.PLAN_1, List.of("UP1KYO"),
          FormKind.PLAN_2, List.of("UP2KYO"),
          FormKind.PLAN_3, List.of("UP3KYO"),
          FormKind.USE_SLIP, List.of("UPPLAN"),
          FormKind.SERVICE_SLIP, List.of("UPPLAN"),
          FormKind.USE_BREAKDOWN, List.of("UPSIKYU"),
          FormKind.SERVICE_BREAKDOWN, List.of("UPSIKYU"),
          FormKind.BASIC, List.of("UPKIHON", "UPKIHON_SUB1", "UPKIHON_SUB2"),
          FormKind.PREVENTION, List.of("UPYOBO", "UPYOBO_SUB"),
          FormKind.RESULT_SHEET, List.of("UPPLAN"));

  /** Numbers that only order the rows of 予防別表. */
  private static final List<String> NOT_SHOWN = List.of("needNo", "supportNo", "serviceNo");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "COVER")
  void everyTextOfTheRowsIsPrinted(FormKind kind) throws Exception {
    List<Row> rows = FormExamples.rows(Map.of());
    String text = FormExamples.text(FormExamples.print(kind, rows));

    for (Row row : rows) {
      if (FILES.getOrDefault(kind, List.of()).contains(row.layout().kind())) {
        assertTexts(text, row);
      }
    }
    assertFalse(text.contains("#"), "the font lacks a character of the template");
    assertTrue(text.contains(FormExamples.plain(kind.title())), "its title");
  }

  private static void assertTexts(String text, Row row) {
    Layout layout = row.layout();
    for (Field field : layout.fields()) {
      boolean shown = field.type() == FieldType.TEXT && !NOT_SHOWN.contains(field.key());
      if (shown) {
        // Lines of neighbouring boxes alternate in the text, so characters are looked for.
        FormExamples.plain(row.get(field.key()))
            .codePoints()
            .forEach(
                c ->
                    assertTrue(
                        text.indexOf(c) >= 0, layout.kind() + " " + field.key() + " is missing"));
      }
    }
  }

  @Test
  void slipsShowPlannedAndDoneDays() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      rows.add(FormExamples.row("UPPLAN", Map.of("serviceDate", "2026010" + day)));
    }
    rows.add(FormExamples.row("UPJSK", Map.of("serviceDate", "20260109", "serviceCount", "3")));

    List<SlipDays> services =
        SlipSheet.services(
            FormSource.of(FormRows.of(rows), FormKind.SERVICE_SLIP, rows.get(0).user()).get(0));

    assertEquals(1, services.size());
    assertEquals("9", services.get(0).planned().total());
    assertEquals("3", services.get(0).actual().texts(31).get(8));
    assertEquals("", services.get(0).planned().texts(31).get(9));
    String text = FormExamples.text(FormExamples.print(FormKind.SERVICE_SLIP, rows));
    assertTrue(
        text.contains("9:30～10:15".replace('～', '~')) || text.contains("9:30～10:15"), "its time");
    assertTrue(text.contains("令和8年1月分"), "its month");
  }

  @Test
  void hardCharactersArePrintedAsTheyAre() throws Exception {
    String name = "髙﨑 ﾀｶｻｷ①Ⅲ㈱纊彅";
    FormDocument document =
        FormExamples.print(FormKind.PLAN_1, FormExamples.rows(Map.of("userName", name)));

    assertEquals(List.of(), document.missing());
    assertTrue(FormExamples.text(document).contains(FormExamples.plain(name)));
  }

  @Test
  void everyCharacterOfTheStandardHasAPicture() {
    Charset ms932 = Charset.forName("windows-31j");
    List<String> missing = new ArrayList<>();
    for (int lead = 0x20; lead <= 0xEE + 0xE; lead++) {
      for (int trail = 0x40; trail <= 0xFC; trail++) {
        String text = new String(new byte[] {(byte) lead, (byte) trail}, ms932);
        text.codePoints()
            .filter(c -> c != 0xFFFD && !Character.isISOControl(c))
            .filter(c -> Character.getType(c) != Character.PRIVATE_USE)
            .filter(c -> !FormFont.shipped().has(c))
            .forEach(c -> missing.add(Integer.toHexString(c)));
      }
    }

    assertEquals(List.of(), missing.stream().distinct().toList());
  }

  @Test
  void aCharacterWithoutAPictureIsToldAndNeverABox() throws Exception {
    FormDocument document =
        FormExamples.print(FormKind.PLAN_1, FormExamples.rows(Map.of("assessment", "\uE000が好き")));

    assertEquals(
        List.of(new MissingCharacter(FormKind.PLAN_1, "利用者及び家族の生活に対する意向を踏まえた課題分析の結果", 0xE000)),
        document.missing());
    assertTrue(document.missing().get(0).message().contains("U+E000"));
    assertTrue(FormExamples.text(document).contains("〓が好き"));
  }

  @Test
  void equalNeedsAndGoalsSpanTheirRows() throws Exception {
    Map<String, String> first = Map.of("need", "歩きたい", "longTermGoal", "外へ出る");
    Map<String, String> second =
        Map.of("need", "歩きたい", "longTermGoal", "", "serviceContent", "見守り");
    Map<String, String> third = Map.of("need", "食べたい", "needNo", "2", "longTermGoal", "外へ出る");
    List<Row> rows =
        List.of(
            FormExamples.row("UP2KYO", first),
            FormExamples.row("UP2KYO", second),
            FormExamples.row("UP2KYO", third));

    FormSource source =
        FormSource.of(FormRows.of(rows), FormKind.PLAN_2, rows.get(0).user()).get(0);
    List<NeedSheet.Line> lines =
        NeedSheet.of(source, new Characters(FormKind.PLAN_2, 9999)).lines();

    assertEquals(List.of(2, 2, 2, 2, 2), lines.get(0).spans());
    assertEquals(List.of(0, 0, 0, 0, 0), lines.get(1).spans());
    assertEquals(List.of(1, 1, 1, 1, 1), lines.get(2).spans());
    String text = FormExamples.text(FormExamples.print(FormKind.PLAN_2, rows));
    assertEquals(text.indexOf("歩きたい"), text.lastIndexOf("歩きたい"));
  }

  @Test
  void theCoverComesFirstAndCountsThePages() throws Exception {
    Forms forms = FormExamples.forms();
    List<FormContent> contents = new ArrayList<>();
    contents.add(forms.cover(FormExamples.cover("よろしくお願いします")));
    contents.addAll(
        forms.contents(FormRows.of(FormExamples.rows(Map.of())), FormKind.SERVICE_SLIP));
    contents.addAll(forms.contents(FormRows.of(FormExamples.rows(Map.of())), FormKind.BASIC));

    FormDocument document = forms.print(FormExamples.PARCEL, contents);
    String text = FormExamples.text(document);

    assertEquals(4, document.pages());
    assertTrue(text.contains("4枚(この送付状を含む)"));
    assertTrue(text.indexOf("送付状") < text.indexOf("保険者番号"));
    assertEquals(
        List.of(1, 2, 3), document.parts().stream().map(FormDocument.Part::firstPage).toList());
  }

  @Test
  void boundsAreKeptAndSaidWithTheirCode() {
    assertEquals("FORM-01", refusal(new FormSettings(1, new DataSize(20_000_000), 300_000, 100)));
    assertEquals("FORM-02", refusal(new FormSettings(9, new DataSize(1_000), 300_000, 100)));
    assertEquals("FORM-03", refusal(new FormSettings(9, new DataSize(20_000_000), 10, 100)));
  }

  private static String refusal(FormSettings settings) {
    Forms forms = Forms.of(settings, OfficeNames.NONE);
    FormRows rows = FormRows.of(FormExamples.rows(Map.of()));
    FormException refused =
        assertThrows(FormException.class, () -> forms.print(forms.contents(rows, FormKind.BASIC)));
    assertTrue(Optional.ofNullable(refused.getMessage()).orElse("").contains("hub.yaml"));
    return refused.code();
  }
}
