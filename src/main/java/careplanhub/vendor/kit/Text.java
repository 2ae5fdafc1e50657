package careplanhub.vendor.kit;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and cells in one writing, so that two writings of one thing are equal. */
final class Text {
  private static final Pattern SIGNS =
      Pattern.compile("[\\s\\p{Punct}・、。「」【】〔〕『』〈〉《》～〜―‐→※★☆■□◆◇▼▽#]");

  private Text() {}

  /** A cell in half-width characters without blanks around it. */
  static String plain(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
  }

  /** A header's word without blanks, brackets and signs, in one width and one case. */
  static String key(String word) {
    String narrow = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return SIGNS.matcher(narrow).replaceAll("").replace("御利用", "ご利用").replace("髙", "高");
  }
}
