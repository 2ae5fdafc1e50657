package careplanhub.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that comes again is the one that was there, and never another. */
class CellTextsTest {
  private final CellTexts texts = new CellTexts();

  @Test
  void aTextThatComesAgainIsNotMadeAgain() {
    assertSame(of("身体介護１"), of("身体介護１"));
    assertSame(of("x".repeat(64)), of("x".repeat(64)));
    assertNotSame(of("x".repeat(65)), of("x".repeat(65)));
  }

  @Test
  void textsOfOneHashAreToldApart() {
    assertEquals("Aa".hashCode(), "BB".hashCode());
    for (String text : List.of("Aa", "BB", "Aa", "BB")) {
      assertEquals(text, of(text));
    }
    for (String text : List.of("ab", "abc", "abd", "ab", "xb", "b")) {
      assertEquals(text, texts.of(("--" + text + "--").toCharArray(), 2, text.length(), 7));
    }
  }

  private String of(String text) {
    return texts.of(text.toCharArray(), 0, text.length(), text.hashCode());
  }
}
