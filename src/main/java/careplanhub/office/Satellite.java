package careplanhub.office;

import java.util.regex.Pattern;

/**
 * A place of an office that exports by itself and has no number of its own.
 *
 * @param number サテライト枝番, 1 to 99 without leading zeros, as the standard's rows name it
 * @param name its Japanese name
 */
public record Satellite(String number, String name) {
  /** What stands where a satellite's number could: the office itself. */
  public static final String NONE = "";

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");

  /** Whether the text is a サテライト枝番. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
