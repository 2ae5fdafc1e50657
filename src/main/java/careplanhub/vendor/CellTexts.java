package careplanhub.vendor;

import org.jspecify.annotations.Nullable;

/**
 * The texts that a column lately held, so that one that comes again is not made again. One place
 * for each hash, so its memory is bounded. For one thread.
 */
final class CellTexts {
  private static final int PLACES = 256;
  private static final int LONGEST = 64;

  private final @Nullable String[] texts = new String[PLACES];

  /**
   * The text of these characters.
   *
   * @param hash as {@link String#hashCode} makes it
   */
  String of(char[] characters, int offset, int length, int hash) {
    if (length > LONGEST) {
      return new String(characters, offset, length);
    }
    int place = (hash ^ hash >>> 16 ^ hash >>> 8) & PLACES - 1;
    String text = texts[place];
    if (text == null || !equal(text, characters, offset, length)) {
      text = new String(characters, offset, length);
      texts[place] = text;
    }
    return text;
  }

  private static boolean equal(String text, char[] characters, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != characters[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
