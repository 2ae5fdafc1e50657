package careplanhub.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * No character is altered silently, whatever it is: 外字, control characters, halves of surrogate
 * pairs. A value is kept, or refused, or each replacement in it is told.
 */
class AnyTextTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Layout LAYOUT =
      Standard.data().layout(StandardVersion.V4_1, "UPKIHON_SUB1").orElseThrow();

  /** Tells the file's encoding, which a few random letters alone may not. */
  private static final String JAPANESE = "日本語の文章";

  private static final int TEXT = 4;
  private static final int DATE = 3;

  @Property(tries = 3000)
  void aTextIsWrittenAsItIsOrRefusedOrItsReplacementsAreTold(@ForAll("texts") String text)
      throws Exception {
    List<Replacement> replaced = new ArrayList<>();
    String written = writtenAndRead(TEXT, text, replaced);
    if (written != null) {
      assertEquals(withReplacements(text, replaced), written);
    }
  }

  @Property(tries = 3000)
  void anotherValueIsWrittenAsItIsOrRefusedOrItsReplacementsAreTold(@ForAll("texts") String text)
      throws Exception {
    List<Replacement> replaced = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (write(DATE, text, replaced, bytes)) {
      String line = bytes.toString(MS932);
      assertEquals(
          "202407,991234,9900000001,"
              + withReplacements(text, replaced)
              + ",\"\",\""
              + JAPANESE
              + "\",\"\"\r\n",
          line);
    }
  }

  @Property(tries = 3000)
  void aTextInUtf8IsReadAsItIsOrWhatBecameOfItIsTold(@ForAll("texts") String text)
      throws Exception {
    Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(text));
    byte[] file =
        ("202407,991234,9900000001,20250401,\""
                + text.replace("\"", "\"\"")
                + "\",\""
                + JAPANESE
                + "\",\"\"\r\n")
            .getBytes(StandardCharsets.UTF_8);
    List<Finding> findings = new ArrayList<>();
    List<List<String>> rows = LayoutFile.read(LAYOUT, file, findings);
    boolean told =
        findings.stream().anyMatch(finding -> Integer.valueOf(5).equals(finding.column()));
    assertTrue(told || rows.get(0).get(TEXT).equals(text), "altered without a word");
  }

  /** Everything that a UTF-16 string can hold, the awkward more often than chance has it. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.chars().all(),
            Arbitraries.chars().range('\uE000', '\uF8FF'),
            Arbitraries.chars().range('\uD800', '\uDFFF'),
            Arbitraries.chars().range('\0', '\u009F'),
            Arbitraries.chars().with("~¥‾〜－−‖∥¢£¬—―髙﨑①ｱ゛\u3099\u309A\uFE00\u200B\u00A0,\"\r\n\t"),
            Arbitraries.chars().range('ぁ', '龥'))
        .list()
        .ofMaxSize(8)
        .map(
            characters -> {
              StringBuilder text = new StringBuilder();
              characters.forEach(text::append);
              return text.toString();
            });
  }

  /** What is read of a text that was written; null when it was refused, and then nothing was. */
  private static String writtenAndRead(int position, String text, List<Replacement> replaced)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!write(position, text, replaced, bytes)) {
      assertEquals(0, bytes.size());
      return null;
    }
    List<Finding> findings = new ArrayList<>();
    List<List<String>> rows = LayoutFile.read(LAYOUT, bytes.toByteArray(), findings);
    assertEquals(List.of(), findings);
    return rows.get(0).get(position);
  }

  private static boolean write(
      int position, String text, List<Replacement> replaced, ByteArrayOutputStream bytes)
      throws Exception {
    List<String> values =
        new ArrayList<>(List.of("202407", "991234", "9900000001", "20250401", "", JAPANESE, ""));
    values.set(position, text);
    try (RowWriter writer = new RowWriter(bytes, LAYOUT, replaced::add)) {
      writer.write(Row.of(LAYOUT, values));
      return true;
    } catch (UnwritableException e) {
      assertEquals(position + 1, e.finding().column());
      return false;
    }
  }

  /** The replacements done one after the other from the left, as they were told. */
  private static String withReplacements(String text, List<Replacement> replaced) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Replacement replacement : replaced) {
      int place = text.indexOf(replacement.from(), from);
      assertTrue(place >= 0, "what was told to be replaced is in the text");
      result.append(text, from, place).append(replacement.to());
      from = place + replacement.from().length();
    }
    return result.append(text.substring(from)).toString();
  }
}
