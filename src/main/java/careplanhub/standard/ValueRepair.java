package careplanhub.standard;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Repairs what spreadsheets and full-width input do to a value that is no text: full-width letters
 * and digits, lost leading zeros, times like 9:50. Only what has one meaning is repaired; the rest
 * stays for the checks.
 */
final class ValueRepair {
  private static final int SHORTEST_PADDED_ID = 6;
  private static final int TIME_LENGTH = 4;

  /** A service code begins with its type, a TAIS code has a hyphen: a short one is no number. */
  private static final Set<String> WITHOUT_LEADING_ZEROS =
      Set.of("serviceCode", "taisCode", "equipmentNoticeCode", "officeCode");

  private static final char FIRST_WIDE = '\uFF01';
  private static final char LAST_WIDE = '\uFF5E';
  private static final String WIDE_HYPHENS = "\u2212\u2010\u2015\u30FC\uFF0D";

  private final FieldDecoder.Listener listener;

  ValueRepair(FieldDecoder.Listener listener) {
    this.listener = listener;
  }

  /**
   * The value as it was meant.
   *
   * @param ascii whether the value is known to have nothing but ASCII
   */
  String repaired(Field field, String value, boolean ascii) {
    FieldType type = field.type();
    if (value.isEmpty() || type == FieldType.FILENAME || type == FieldType.UNUSED) {
      return value;
    }
    String narrow = ascii ? value : narrow(value);
    if (narrow == null) {
      return value;
    }
    if (!ascii) {
      listener.found(FindingCode.WIDE_CHARACTERS);
    }
    boolean whole = narrow.length() == field.length() && type != FieldType.TIME;
    return whole ? narrow : lengthened(field, narrow);
  }

  private String lengthened(Field field, String value) {
    String whole =
        switch (field.type()) {
          case ID -> mayBeginWithZero(field) ? paddedNumber(field, value) : null;
          case CODE -> paddedCode(field, value);
          case MONTH, DATE -> isZeros(value) ? paddedNumber(field, value) : null;
          case TIME -> value.indexOf(':') < 0 ? paddedTime(field, value) : null;
          default -> null;
        };
    if (whole != null) {
      listener.found(FindingCode.LOST_ZEROS);
      return whole;
    }
    String time = field.type() == FieldType.TIME ? timeOfClock(value) : null;
    if (time != null) {
      listener.found(FindingCode.TIME_FORM);
      return time;
    }
    return value;
  }

  private static boolean mayBeginWithZero(Field field) {
    return field.length() >= SHORTEST_PADDED_ID && !WITHOUT_LEADING_ZEROS.contains(field.key());
  }

  private static @Nullable String paddedNumber(Field field, String value) {
    boolean shorter = value.length() < field.length() && !field.maximumLength();
    return shorter && isDigits(value) ? "0".repeat(field.length() - value.length()) + value : null;
  }

  private static @Nullable String paddedCode(Field field, String value) {
    String padded = paddedNumber(field, value);
    if (padded == null || field.codes() == null) {
      return null;
    }
    Map<String, String> codes = Standard.data().codes(field.codes());
    return codes.containsKey(padded) && !codes.containsKey(value) ? padded : null;
  }

  private static @Nullable String paddedTime(Field field, String value) {
    String padded = paddedNumber(field, value);
    return padded != null && isTime(padded) ? padded : null;
  }

  /** 9:50, 09:50 and 9:50:00. */
  private static @Nullable String timeOfClock(String value) {
    String[] parts = value.split(":", -1);
    boolean seconds = parts.length == 3 && parts[2].equals("00");
    boolean parted = parts.length == 2 || seconds;
    if (!parted || parts[0].isEmpty() || parts[0].length() > 2 || parts[1].length() != 2) {
      return null;
    }
    String time = parts[0].length() == 1 ? "0" + parts[0] + parts[1] : parts[0] + parts[1];
    return isTime(time) ? time : null;
  }

  private static boolean isTime(String text) {
    return text.length() == TIME_LENGTH
        && isDigits(text)
        && text.compareTo("2400") <= 0
        && text.charAt(2) < '6';
  }

  private static boolean isZeros(String text) {
    return text.chars().allMatch(c -> c == '0');
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The text in ASCII, null when it has more than full-width forms of it. */
  private static @Nullable String narrow(String value) {
    char[] narrow = value.toCharArray();
    for (int i = 0; i < narrow.length; i++) {
      char c = narrow[i];
      if (WIDE_HYPHENS.indexOf(c) >= 0) {
        narrow[i] = '-';
      } else if (c >= FIRST_WIDE && c <= LAST_WIDE) {
        narrow[i] = (char) (c - FIRST_WIDE + '!');
      } else if (c > '~') {
        return null;
      }
    }
    return new String(narrow);
  }
}
