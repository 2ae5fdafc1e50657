package careplanhub.office;

import java.util.regex.Pattern;

/** How telephone and FAX numbers are written in the configuration. */
final class FaxNumber {
  static final String ADVICE = "市外局番からの番号を、数字と「-」で引用符に入れて書いてください（例 \"03-0000-0000\"）。";

  private static final Pattern WRITTEN = Pattern.compile("0[0-9]{1,4}(-?[0-9]{1,4}){1,3}");
  private static final int FEWEST_DIGITS = 10;
  private static final int MOST_DIGITS = 11;

  private FaxNumber() {}

  static boolean isValid(String written) {
    int digits = digits(written).length();
    return WRITTEN.matcher(written).matches() && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
  }

  static String digits(String written) {
    return written.replace("-", "");
  }
}
