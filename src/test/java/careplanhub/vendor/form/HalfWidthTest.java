package careplanhub.vendor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

/** A word without blanks and in one width is the same, whatever short way was taken to it. */
class HalfWidthTest {
  @Property
  void aKeyIsTheNormalFormWithoutBlanks(
      @ForAll
          @CharRange(from = '\t', to = '~')
          @CharRange(from = '\u3000', to = '\u30FF')
          @CharRange(from = '\u4E00', to = '\u4E20')
          @CharRange(from = '\uF900', to = '\uF920')
          @CharRange(from = '\uFF01', to = '\uFF9F')
          @Chars({'\u3099', '\u309A', ' '})
          String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    assertEquals(normal.replaceAll("\\s", ""), HalfWidth.key(text));
  }
}
