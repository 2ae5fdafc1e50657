package careplanhub.standard;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was written as something else: a character that MS932 has not, as the shipped table says, or
 * the 2400 of a 第3表.
 *
 * @param line the physical line of the output where the record begins, from 1
 * @param field the column
 * @param from what the value had: one character or a short sequence
 * @param to what was written for it; empty when it has no shape of its own
 */
public record Replacement(long line, Field field, String from, String to) {

  /** The characters as U+XXXX, with spaces between; 削除 for none. */
  public static String codePoints(String text) {
    return text.isEmpty()
        ? "削除"
        : text.codePoints().mapToObj(Replacement::codePoint).collect(Collectors.joining(" "));
  }

  /** The character as U+XXXX. */
  public static String codePoint(int codePoint) {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }
}
