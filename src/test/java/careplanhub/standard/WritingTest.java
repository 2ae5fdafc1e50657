package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases of {@code writing.yaml}, and what holds over several rows. */
class WritingTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPKIHON_SUB1").orElseThrow();

  @Test
  void writesAsTheCasesSay() throws IOException {
    Examples.assertEach(Examples.of("writing.yaml"), WritingTest::assertWritten);
  }

  @Test
  void nothingOfARefusedRowIsWrittenAndTheWriterGoesOn() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(bytes, LAYOUT, replacement -> {})) {
      writer.write(row("20250401", "一\r\n二"));
      UnwritableException refused =
          assertThrows(UnwritableException.class, () -> writer.write(row("20250401", "よい字と😀")));
      assertEquals(3L, refused.finding().line());
      assertEquals(2L, refused.finding().record());
      assertEquals(5, refused.finding().column());
      assertEquals(LAYOUT.fields().get(4).japaneseName(), refused.finding().field());
      writer.write(row("20250401", "三"));
      assertEquals(2, writer.records());
    }
    assertEquals(line("20250401", "\"一\r\n二\"") + line("20250401", "\"三\""), bytes.toString(MS932));
  }

  @Test
  void aReplacementIsToldOfEachRowThatRepeatsTheValue() throws Exception {
    List<Replacement> replaced = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RowWriter writer = new RowWriter(bytes, LAYOUT, replaced::add)) {
      writer.write(row("20250401", "〜"));
      writer.write(row("20250401", "〜"));
    }
    assertEquals(List.of(1L, 2L), replaced.stream().map(Replacement::line).toList());
    assertEquals(line("20250401", "\"～\"").repeat(2), bytes.toString(MS932));
  }

  @Test
  void everyKindOfLineBreakInATextIsALineOfTheOutput() throws Exception {
    String[] texts = {"一\r二", "一\r\n二", "一\n二", "一\r", "\n", "\r\n\r", "一"};
    long[] lines = {1, 3, 5, 7, 9, 11, 14, 15};
    try (RowWriter writer = new RowWriter(new ByteArrayOutputStream(), LAYOUT, r -> {})) {
      for (int i = 0; i < lines.length; i++) {
        UnwritableException refused =
            assertThrows(UnwritableException.class, () -> writer.write(row("20250401", "😀")));
        assertEquals(lines[i], refused.finding().line());
        if (i < texts.length) {
          writer.write(row("20250401", texts[i]));
        }
      }
    }
  }

  @Test
  void textsLargerThanTheBufferAndManyRowsAreWrittenWhole() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    try (RowWriter writer = new RowWriter(bytes, LAYOUT, r -> {})) {
      for (int length : new int[] {0, 8_000, 16_370, 16_384, 20_000, 33_000, 100_000}) {
        for (String text : List.of("漢".repeat(length), "\"".repeat(length), "〜".repeat(length))) {
          writer.write(row("20250401", text));
          String written = text.replace("\"", "\"\"").replace('〜', '～');
          expected.append(line("20250401", '"' + written + '"'));
        }
      }
      assertTrue(bytes.size() > 0, "what is full is given on before the end");
      writer.flush();
      assertEquals(expected.toString(), bytes.toString(MS932));
      assertEquals(21, writer.records());
    }
  }

  @Test
  void aReplacementNamesTheLineOfTheOutputAndTheField() throws Exception {
    List<Replacement> replaced = new ArrayList<>();
    try (RowWriter writer = new RowWriter(new ByteArrayOutputStream(), LAYOUT, replaced::add)) {
      writer.write(row("20250401", "一\n二"));
      writer.write(row("20250401", "〜"));
    }
    assertEquals(List.of(new Replacement(3, LAYOUT.fields().get(4), "〜", "～")), replaced);
  }

  @Test
  void aRowOfAnotherLayoutIsRefused() throws IOException {
    Layout other = Standard.data().layout(StandardVersion.V4_1, "DLT1KYO").orElseThrow();
    try (RowWriter writer = new RowWriter(new ByteArrayOutputStream(), other, r -> {})) {
      assertThrows(IllegalArgumentException.class, () -> writer.write(row("20250401", "")));
    }
  }

  @Test
  void everyReplacementIsOneThatMs932HasForOneThatItHasNot() {
    Replacements.table()
        .entries()
        .forEach(
            (from, to) -> {
              assertTrue(
                  from > 0xFFFF || !Ms932.has((char) (int) from), Replacement.codePoint(from));
              assertTrue(Ms932.has(to), Replacement.codePoint(from));
            });
  }

  private static void assertWritten(JsonNode example) throws Exception {
    Row row = row(example.path("number").asText("20250401"), example.path("value").asText(""));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> replaced = new ArrayList<>();
    try (RowWriter writer =
        new RowWriter(
            bytes,
            LAYOUT,
            r ->
                replaced.add(
                    Replacement.codePoints(r.from()) + " → " + Replacement.codePoints(r.to())))) {
      if (example.has("refused")) {
        Finding finding =
            assertThrows(UnwritableException.class, () -> writer.write(row)).finding();
        assertEquals(example.get("refused").asText(), finding.code());
        assertTrue(finding.message().contains(example.get("message").asText()), finding.message());
      } else {
        writer.write(row);
      }
    }
    assertEquals(expected(example), bytes.toString(MS932));
    List<String> told = new ArrayList<>();
    example.path("replaced").forEach(text -> told.add(text.asText()));
    assertEquals(told, replaced);
  }

  private static String expected(JsonNode example) {
    if (example.has("refused")) {
      return "";
    }
    String out = example.get("out").asText();
    return example.has("number") ? line(out, "\"\"") : line("20250401", out);
  }

  private static String line(String number, String text) {
    return "202407,991234,9900000001," + number + "," + text + ",\"\",\"\"\r\n";
  }

  private static Row row(String number, String text) {
    return Row.of(LAYOUT, List.of("202407", "991234", "9900000001", number, text, "", ""));
  }
}
