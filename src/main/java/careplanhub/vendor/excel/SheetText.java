package careplanhub.vendor.excel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How texts stand in a workbook's XML, and how columns are called. A character that XML cannot hold
 * is written as {@code _xHHHH_}, as spreadsheets do, so that none is ever lost.
 */
final class SheetText {
  private static final String MARK = "_x";
  private static final Pattern HELD = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  static final int LETTERS = 26;
  static final int MOST_COLUMN_LETTERS = 3;
  private static final int HEXADECIMAL = 16;

  private SheetText() {}

  /** A text as XML. */
  static String written(String text) {
    return isPlain(text) ? text : escaped(text);
  }

  /** Whether a text is its own XML, as nearly all are. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = c >= ' ' && c < Character.MIN_SURROGATE && c != '_';
      if (!plain || c == '&' || c == '<' || c == '>' || c == '"') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '"' -> xml.append("&quot;");
        default -> {
          boolean looksHeld = c == '_' && HELD.matcher(text).region(at, text.length()).lookingAt();
          if (looksHeld || !isXml(text, at)) {
            xml.append(MARK).append("%04X".formatted((int) c)).append('_');
          } else {
            xml.append(c);
          }
        }
      }
    }
    return xml.toString();
  }

  private static boolean isXml(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\t' || c == '\n' || (c >= ' ' && c < '\uFFFE');
  }

  /** A text of XML whose characters stand for themselves again. */
  static String read(String text) {
    return text.contains(MARK)
        ? HELD.matcher(text)
            .replaceAll(
                held ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(held.group(1), HEXADECIMAL))))
        : text;
  }

  /** The letters of a column, A for 0. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % LETTERS));
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }
}
