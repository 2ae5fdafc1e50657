package careplanhub.standard;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of what is written for a character that MS932 has not (4.3), from {@code
 * /standard/replacements.yaml}. Beside the table, a sequence that has a canonical equivalent in
 * MS932 (NFC: か and a combining dakuten) becomes that. Immutable.
 */
final class Replacements {
  /** Hears of each character that was replaced. */
  interface Replaced {
    /**
     * One was replaced.
     *
     * @param place the character's place in the value, from 1
     */
    void replaced(int place, String from, String to);
  }

  /** Hears of each character that neither MS932 nor the table has. */
  interface Unknown {
    /**
     * One stays as it is.
     *
     * @param place the character's place in the value, from 1
     */
    void unknown(int place, int codePoint);
  }

  private static final Replacements TABLE = new Replacements(Standard.tree("replacements.yaml"));

  private final Map<Integer, String> replacements = new HashMap<>();

  private Replacements(JsonNode tree) {
    for (String group : new String[] {"shapes", "variants"}) {
      tree.get(group)
          .properties()
          .forEach(e -> put(codePoint(e.getKey()), text(e.getValue().get("to").asText())));
    }
    tree.get("invisible").forEach(range -> putRange(range.asText()));
  }

  static Replacements table() {
    return TABLE;
  }

  /** All entries: code point → what is written, empty for nothing. */
  Map<Integer, String> entries() {
    return Map.copyOf(replacements);
  }

  /** The text with what can be replaced replaced; what cannot stays, and both are told. */
  String apply(String text, Replaced replaced, Unknown unknown) {
    StringBuilder result = new StringBuilder(text.length());
    int place = 0;
    int i = 0;
    while (i < text.length()) {
      place++;
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      while (end < text.length() && isCombining(text.charAt(end))) {
        end++;
      }
      String composed = composed(text, i, end);
      if (composed == null) {
        end = i + Character.charCount(codePoint);
      }
      String from = text.substring(i, end);
      String to = composed != null ? composed : substitute(codePoint);
      if (to == null) {
        unknown.unknown(place, codePoint);
        result.append(from);
      } else {
        if (!to.equals(from)) {
          replaced.replaced(place, from, to);
        }
        result.append(to);
      }
      i = end;
    }
    return result.toString();
  }

  private static @Nullable String composed(String text, int from, int to) {
    if (to - from == 1 && Ms932.has(text.charAt(from))) {
      return null;
    }
    String composed = Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
    return Ms932.has(composed) ? composed : null;
  }

  private @Nullable String substitute(int codePoint) {
    if (Character.isBmpCodePoint(codePoint) && Ms932.has((char) codePoint)) {
      return Character.toString(codePoint);
    }
    return replacements.get(codePoint);
  }

  private static boolean isCombining(char character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private void put(int codePoint, String to) {
    replacements.put(codePoint, to);
  }

  private void putRange(String range) {
    String[] ends = range.split("-", -1);
    int last = codePoint(ends[ends.length - 1]);
    for (int codePoint = codePoint(ends[0]); codePoint <= last; codePoint++) {
      put(codePoint, "");
    }
  }

  private static String text(String codePoints) {
    StringBuilder text = new StringBuilder();
    for (String codePoint : codePoints.split(" ", -1)) {
      text.appendCodePoint(codePoint(codePoint));
    }
    return text.toString();
  }

  private static int codePoint(String text) {
    return Integer.parseInt(text.substring("U+".length()), 16);
  }
}
