package careplanhub.vendor.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text in a workbook's XML is the same text, whatever characters it has. */
class SheetTextTest {
  @Property
  void aTextComesBackWithoutALoss(
      @ForAll
          @CharRange(from = '\u0000', to = '\u007F')
          @CharRange(from = '\uD7F0', to = '\uDC10')
          @Chars({'_', 'x', '0', '1', 'F', '髙', '\uFFFE', '\uFFFF'})
          String text) {
    String xml = SheetText.written(text);
    assertFalse(xml.matches("(?s).*[<>\"\\x00-\\x08\\x0B-\\x1F].*"), xml);
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    String parsed =
        new String(bytes, StandardCharsets.UTF_8)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    assertEquals(text, SheetText.read(parsed));
  }

  @Test
  void whatLooksLikeAnEscapeStaysAText() {
    assertEquals("_x005F_x000D_", SheetText.written("_x000D_"));
    assertEquals("a\rb", SheetText.read("a_x000D_b"));
    assertEquals("_x00_", SheetText.read(SheetText.written("_x00_")));
  }

  @ParameterizedTest
  @CsvSource({"0, A", "25, Z", "26, AA", "77, BZ", "701, ZZ", "702, AAA", "16383, XFD"})
  void aColumnIsKnownByItsLetters(int column, String letters) {
    assertEquals(letters, SheetText.letters(column));
    assertEquals(column, column(letters + "12"));
  }

  @Test
  void aReferenceWithoutLettersIsNoColumn() {
    assertEquals(-1, column("12"));
    assertEquals(-1, column("A1", ""));
  }

  /** The column of the last of the references that are read one after another. */
  private static int column(String... references) {
    CellReference reference = new CellReference();
    for (String one : references) {
      if (one.isEmpty()) {
        reference.handleEmptyValue();
      } else {
        reference.decode(one);
      }
    }
    return reference.column();
  }
}
