package careplanhub.vendor;

import careplanhub.vendor.form.MonthForm;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A pattern of file names: {@code *} for any characters, {@code ?} for one, and once {@code
 * {month}}. It has no other signs, so that matching never takes long: at most the product of both
 * lengths, times the places of a month. Immutable.
 */
public final class NamePattern {
  static final String MONTH = "{month}";

  private static final int LONGEST_NAME = 255;
  private static final int SHORTEST_MONTH = 4;
  private static final int LONGEST_MONTH = 12;

  private final String before;
  private final String after;
  private final boolean withMonth;

  /** A pattern; what follows a second {month} is taken as it is. */
  public NamePattern(String pattern) {
    int place = pattern.indexOf(MONTH);
    withMonth = place >= 0;
    before = composed(withMonth ? pattern.substring(0, place) : pattern);
    after = withMonth ? composed(pattern.substring(place + MONTH.length())) : "";
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Whether names of this pattern tell a month. */
  boolean hasMonth() {
    return withMonth;
  }

  /** Whether a file's name, without folders, is of this pattern. */
  public boolean matches(String fileName) {
    String name = composed(fileName);
    if (name.length() > LONGEST_NAME) {
      return false;
    }
    return withMonth ? monthOf(name).isPresent() : glob(before, name);
  }

  /** The month that a name of this pattern tells. */
  Optional<YearMonth> monthOf(String fileName) {
    String name = composed(fileName);
    if (!withMonth || name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    for (int begin = 0; begin < name.length(); begin++) {
      for (int length = LONGEST_MONTH; length >= SHORTEST_MONTH; length--) {
        int end = begin + length;
        if (end <= name.length() && standsAlone(name, begin, end)) {
          Optional<YearMonth> month = MonthForm.parse(name.substring(begin, end));
          boolean fits =
              month.isPresent()
                  && glob(before, name.substring(0, begin))
                  && glob(after, name.substring(end));
          if (fits) {
            return month;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A month is not a part of a longer number, and an era's letter not the end of a word. */
  private static boolean standsAlone(String name, int begin, int end) {
    boolean continues =
        begin > 0
            && ((isDigit(name.charAt(begin - 1)) && isDigit(name.charAt(begin)))
                || (isLetter(name.charAt(begin - 1)) && isLetter(name.charAt(begin))));
    boolean goesOn =
        end < name.length() && isDigit(name.charAt(end)) && isDigit(name.charAt(end - 1));
    return !continues && !goesOn;
  }

  private static boolean isLetter(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** Goes back to the last star only, which is enough and never explodes. */
  private static boolean glob(String pattern, String text) {
    int place = 0;
    int star = -1;
    int resume = 0;
    int at = 0;
    while (at < text.length()) {
      char sign = place < pattern.length() ? pattern.charAt(place) : 0;
      if (sign == '*') {
        star = place++;
        resume = at;
      } else if (sign != 0 && (sign == '?' || sign == text.charAt(at))) {
        place++;
        at++;
      } else if (star >= 0) {
        place = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (place < pattern.length() && pattern.charAt(place) == '*') {
      place++;
    }
    return place == pattern.length();
  }
}
