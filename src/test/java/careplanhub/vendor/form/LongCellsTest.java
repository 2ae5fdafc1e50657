package careplanhub.vendor.form;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import careplanhub.office.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No cell takes a form long, however long and odd it is: the time grows with the length, not with
 * its square, which for these would take minutes.
 */
@Tag("sweep")
class LongCellsTest {
  private static final int LENGTH = 300_000;
  private static final Duration GENEROUS = Duration.ofSeconds(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date: { style: yyyy/MM/dd }", "month: { style: yyyyMM }", "day: { style: d }",
        "time: { style: 'H:mm' }", "number: { length: 6, commas: true }", "digits: { length: 10 }",
        "code: { shape: 99999-999999 }", "mark: { written: ○ }", "text: { trim: true, kana: half }",
        "table: { a: b }"
      })
  void aLongCellIsReadOrRefusedSoon(String yaml) throws Exception {
    byte[] document = ("form: { " + yaml + " }").getBytes(StandardCharsets.UTF_8);
    Form form = Forms.create(new FormPart(YamlDocument.parse("form", document), "/form"));
    assertTimeout(
        GENEROUS,
        () -> {
          for (String part :
              List.of(" ", "0", "1,", "1,234", "(", "2025/", "年", "１", "-", ".0", "ア")) {
            for (String end : List.of("", "x", "(月", " 0:0")) {
              read(form, "2" + part.repeat(LENGTH / part.length()) + end);
            }
          }
        });
  }

  private static void read(Form form, String cell) {
    try {
      form.read(cell, tolerated -> {});
    } catch (UnreadableException e) {
      // refused, which is right as well
    }
  }
}
