package careplanhub.standard;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Full-width and half-width katakana, with the signs that stand among them. */
final class KanaWidth {
  private static final char FIRST_HALF = '\uFF61';
  private static final char LAST_LETTER = '\uFF9D';
  private static final char HALF_VOICED = '\uFF9E';
  private static final char HALF_SEMI_VOICED = '\uFF9F';
  private static final char VOICED = '\u3099';
  private static final char SEMI_VOICED = '\u309A';
  private static final Map<Character, Character> HALVES = new HashMap<>();

  static {
    for (char half = FIRST_HALF; half <= LAST_LETTER; half++) {
      HALVES.put(full(half), half);
    }
  }

  private KanaWidth() {}

  /** The text with its half-width katakana in full width, voiced ones as one character. */
  static String full(String text) {
    StringBuilder full = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < FIRST_HALF || c > LAST_LETTER) {
        full.append(c);
        continue;
      }
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      String marked = marked(full(c), next);
      full.append(marked);
      i += marked.charAt(0) == full(c) ? 0 : 1;
    }
    return full.toString();
  }

  /**
   * The text with its katakana in half width; a character without such a form stays, and the whole
   * text when half-width forms would say something else.
   */
  static String half(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      half.append(half(text.charAt(i)));
    }
    return full(half.toString()).equals(full(text)) ? half.toString() : text;
  }

  private static String half(char c) {
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    Character letter = HALVES.get(parts.charAt(0));
    if (letter == null) {
      return Character.toString(c);
    }
    if (parts.length() == 1) {
      return letter.toString();
    }
    return "" + letter + (parts.charAt(1) == VOICED ? HALF_VOICED : HALF_SEMI_VOICED);
  }

  private static char full(char half) {
    return Normalizer.normalize(Character.toString(half), Normalizer.Form.NFKC).charAt(0);
  }

  /** The letter with the mark, as one character when MS932 has it; else the letter alone. */
  private static String marked(char letter, char next) {
    if (next != HALF_VOICED && next != HALF_SEMI_VOICED) {
      return Character.toString(letter);
    }
    char mark = next == HALF_VOICED ? VOICED : SEMI_VOICED;
    String composed = Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC);
    return composed.length() == 1 && Ms932.has(composed) ? composed : Character.toString(letter);
  }
}
