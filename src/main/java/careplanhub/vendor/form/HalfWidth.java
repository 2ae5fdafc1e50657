package careplanhub.vendor.form;

import java.text.Normalizer;
import java.util.function.Consumer;

/** Full-width digits, letters and signs as their half-width twins. */
public final class HalfWidth {
  private HalfWidth() {}

  /** The cell without blanks around it and in half-width characters. */
  public static String of(String cell, Consumer<Tolerated> tolerated) {
    if (isPlain(cell)) {
      return cell;
    }
    String stripped = cell.strip();
    String narrow = Normalizer.normalize(stripped, Normalizer.Form.NFKC).strip();
    if (!narrow.equals(stripped)) {
      tolerated.accept(Tolerated.WIDE_CHARACTERS);
    }
    return narrow;
  }

  /** A word without any blanks and in one width, so that two writings of it are equal. */
  public static String key(String text) {
    if (isPlain(text)) {
      return text;
    }
    String even = isEven(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return withoutBlanks(even);
  }

  private static String withoutBlanks(String text) {
    StringBuilder word = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank) {
        word.append(c);
      }
    }
    return word.length() == text.length() ? text : word.toString();
  }

  /** Whether NFKC would change nothing; names are seldom of other characters, and it is slow. */
  private static boolean isEven(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ideograph = c >= '\u4E00' && c <= '\u9FFF';
      boolean kana = (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ー');
      if (c > '~' && !ideograph && !kana) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is at least one character and each is an ASCII digit. */
  public static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether the text is empty or a number of zeros, such as 0, 00 or 0.0. */
  public static boolean isZero(String text) {
    String plain = key(text);
    boolean fraction = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean point = c == '.' && !fraction && i < plain.length() - 1;
      if (c != '0' && !point) {
        return false;
      }
      fraction |= point;
    }
    return true;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
