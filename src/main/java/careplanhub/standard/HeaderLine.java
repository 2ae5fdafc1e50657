package careplanhub.standard;

import java.text.Normalizer;
import java.util.List;

/**
 * Tells a header line from a record. No record begins with a text; so a line of names is not taken
 * for a record with errors, and a record with errors not for a header.
 */
final class HeaderLine {
  private static final int FIRST_COLUMNS = 3;
  private static final char LAST_LATIN = '\u024F';

  private HeaderLine() {}

  /**
   * Whether these values are column names, or stand above the first record without being one.
   *
   * @param columns how many columns the line has; there are at most as many values as the layout
   *     has
   * @param leading whether no record came before
   */
  static boolean matches(Layout layout, List<String> values, int columns, boolean leading) {
    if (isOfRecord(values.get(0))) {
      return leading && isNumbered(values);
    }
    return isNamed(layout, values) || (leading && isTitle(values, columns != layout.width()));
  }

  private static boolean isNamed(Layout layout, List<String> values) {
    int named = 0;
    int compared = Math.min(values.size(), layout.width());
    for (int i = 0; i < compared; i++) {
      Field field = layout.fields().get(i);
      String value = normal(values.get(i));
      if (value.equals(normal(field.japaneseName())) || value.equalsIgnoreCase(field.key())) {
        named++;
      }
    }
    return named > 0 && named * 2 >= compared;
  }

  /** The columns' numbers: 1, 2, 3 …. */
  private static boolean isNumbered(List<String> values) {
    for (int i = 0; i < FIRST_COLUMNS; i++) {
      if (i >= values.size() || !normal(values.get(i)).equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A title may have a date or a number within; where a record has its version, insurer and
   * insured, it has none alone.
   *
   * @param otherCount whether the count of columns is not the layout's
   */
  private static boolean isTitle(List<String> values, boolean otherCount) {
    List<String> first = values.subList(0, Math.min(values.size(), FIRST_COLUMNS));
    boolean named = otherCount ? beginsJapanese(first.get(0)) : !first.get(0).isBlank();
    return named && first.stream().noneMatch(HeaderLine::isOfRecord);
  }

  private static boolean beginsJapanese(String value) {
    return !value.isEmpty() && Character.isLetter(value.charAt(0)) && value.charAt(0) > LAST_LATIN;
  }

  /** A number, or what is left of one in a damaged record. */
  private static boolean isOfRecord(String value) {
    boolean damaged =
        value.chars().anyMatch(c -> Character.isISOControl(c) || c == Ms932.UNDECODABLE);
    return damaged || (!value.isEmpty() && Character.isDigit(value.charAt(0)));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
  }
}
