package careplanhub.vendor.kit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and cells in one writing, so that two writings of one thing are equal. */
final class Text {
  private static final Pattern SIGNS =
      Pattern.compile("[\\s\\p{Punct}・、。「」【】〔〕『』〈〉《》～〜―‐→※★☆■□◆◇▼▽#]");

  private static final int LONGEST = 200;

  private Text() {}

  /** A cell in half-width characters without blanks around it. */
  static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }

  /** The same of a long cell's beginning, which is enough to see its shape. */
  static String beginning(String cell) {
    return plain(cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell);
  }

  /** A header's word without blanks, brackets and signs, in one width and one case. */
  static String key(String word) {
    String narrow = beginning(word).toLowerCase(Locale.ROOT);
    return SIGNS.matcher(narrow).replaceAll("").replace("御利用", "ご利用").replace("髙", "高");
  }
}
