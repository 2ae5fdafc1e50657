package careplanhub.fax.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.Field;
import careplanhub.standard.FieldType;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A text of 4,000 characters loses none of them: each box gets a character of its own, as often as
 * that, and all of them must be on the pages, within their edges and beside the QR code.
 */
class LongTextsTest {
  private static final int LENGTH = 4_000;
  private static final float MM = 72 / 25.4f;

  @ParameterizedTest
  @CsvSource({
    "PLAN_1, UP1KYO, assessment reviewBoardOpinion supportPolicy homeHelpOtherReason plannerName",
    "PLAN_2, UP2KYO, need longTermGoal shortTermGoal serviceContent serviceKind frequency period",
    "PLAN_3, UP3KYO, serviceContent dailyActivity otherService",
    "BASIC, UPKIHON, familySituation lifeHistory dailyLife hobbies community informalServices",
    "BASIC, UPKIHON_SUB1, userActivity familyActivity",
    "BASIC, UPKIHON_SUB2, diagnosis treatment",
    "PREVENTION, UPYOBO, dailyGoal mobilityStatus mobilityWishes mobilityCause centerOpinion",
    "PREVENTION, UPYOBO_SUB, need proposal wishes goal supportPoint selfCare insuredService",
    "SERVICE_SLIP, UPPLAN, equipmentName serviceOfficeName plannerName",
    "SERVICE_BREAKDOWN, UPSIKYU, equipmentName serviceOfficeName",
  })
  void nothingIsCut(FormKind kind, String file, String keys) throws Exception {
    Map<String, String> values = new HashMap<>();
    Map<Integer, String> characters = new TreeMap<>();
    for (String key : keys.split(" ", -1)) {
      int character = "亜唖娃阿哀愛挨姶逢葵".codePointAt(values.size());
      values.put(key, Character.toString(character).repeat(LENGTH));
      characters.put(character, key);
    }

    FormDocument document = FormExamples.print(kind, rows(file, values));
    Map<Integer, Integer> counts = countInside(document);

    characters.forEach(
        (character, key) ->
            assertEquals(LENGTH, counts.getOrDefault(character, 0), file + " " + key));
    assertTrue(document.pages() > 1);
  }

  private static List<Row> rows(String file, Map<String, String> values) {
    return FormExamples.rows(Map.of()).stream()
        .map(row -> row.layout().kind().equals(file) ? FormExamples.row(file, values) : row)
        .toList();
  }

  /** The characters that are wholly on their page and not where its QR code is. */
  private static Map<Integer, Integer> countInside(FormDocument document) throws IOException {
    Map<Integer, Integer> counts = new HashMap<>();
    try (PDDocument pdf = Loader.loadPDF(document.bytes())) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition text) {
          if (isFree(text)) {
            counts.merge(text.getUnicode().codePointAt(0), 1, Integer::sum);
          }
        }
      }.getText(pdf);
    }
    return counts;
  }

  private static boolean isFree(TextPosition text) {
    float right = text.getXDirAdj() + text.getWidthDirAdj();
    float bottom = text.getYDirAdj();
    float top = bottom - text.getHeightDir();
    boolean inside =
        text.getXDirAdj() >= 9 * MM
            && right <= text.getPageWidth() - 9 * MM
            && top >= 7 * MM
            && bottom <= text.getPageHeight() - 9 * MM;
    boolean onCode = right > text.getPageWidth() - 39 * MM && top < 37 * MM;
    return inside && !onCode;
  }

  @ParameterizedTest
  @CsvSource({"UP1KYO", "UPYOBO"})
  void everyFreeTextOfARecordFlows(String file) throws Exception {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, file).orElseThrow();
    Map<String, String> values = new HashMap<>();
    int character = '亜';
    for (Field field : layout.fields()) {
      if (field.type() == FieldType.TEXT) {
        while (!FormFont.shipped().has(character)) {
          character++;
        }
        values.put(field.key(), Character.toString(character++).repeat(400));
      }
    }

    FormKind kind = file.equals("UP1KYO") ? FormKind.PLAN_1 : FormKind.PREVENTION;
    Map<Integer, Integer> counts = countInside(FormExamples.print(kind, rows(file, values)));

    values.forEach(
        (key, text) -> {
          assertTrue(counts.getOrDefault(text.codePointAt(0), 0) >= 400, key);
        });
  }
}
