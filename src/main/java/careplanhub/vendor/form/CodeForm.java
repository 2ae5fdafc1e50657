package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code code}: a code of a fixed shape, such as 00001-000010. What spreadsheets take away, leading
 * zeros of a group and hyphens, is given back.
 */
public final class CodeForm implements Form {
  private static final int LONGEST = 40;
  private static final String HYPHENS = "‐‑‒–—―−ーｰ－";

  private final String shape;

  /**
   * What the mapping says.
   *
   * @param shape 9 for a digit, X for a digit or an upper-case letter, - for itself
   */
  record Parameters(@JsonProperty(required = true) String shape) {}

  private CodeForm(String shape) {
    this.shape = shape;
  }

  /** A code of so many digits and upper-case letters. */
  public static CodeForm ofLength(int length) {
    return new CodeForm("X".repeat(length));
  }

  static Form create(FormPart part) throws ConfigurationException {
    String shape = part.bind(Parameters.class).shape();
    boolean groups = shape.length() <= LONGEST && !shape.isEmpty();
    for (String group : shape.split("-", -1)) {
      groups &= !group.isEmpty() && group.chars().allMatch(c -> c == '9' || c == 'X');
    }
    if (!groups) {
      throw part.error("shape", "9（数字）、X（数字か英大文字）、- で、例 99999-999999 のように書いてください。");
    }
    return new CodeForm(shape);
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    if (fits(cell)) {
      return cell;
    }
    String text = HalfWidth.of(hyphened(cell), tolerated).toUpperCase(Locale.ROOT);
    if (text.isEmpty() || fits(text)) {
      return text;
    }
    String repaired = text.indexOf('-') < 0 ? cut(filled(text, letters())) : groupsFilled(text);
    if (!fits(repaired)) {
      throw new UnreadableException("コードの形（" + shape + "。9 は数字、X は数字か英大文字）ではありません。");
    }
    tolerated.accept(shape.indexOf('-') < 0 ? Tolerated.LOST_ZEROS : Tolerated.OTHER_CODE_FORM);
    return repaired;
  }

  /** How many characters a code has. */
  public int length() {
    return shape.length();
  }

  @Override
  public String write(String value) {
    return value;
  }

  private boolean fits(String text) {
    if (text.length() != shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean right =
          switch (shape.charAt(i)) {
            case '9' -> digit;
            case 'X' -> digit || (c >= 'A' && c <= 'Z');
            default -> c == '-';
          };
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private int letters() {
    return (int) shape.chars().filter(c -> c != '-').count();
  }

  private String hyphened(String cell) {
    String text = cell;
    for (int i = 0; i < HYPHENS.length(); i++) {
      text = text.replace(HYPHENS.charAt(i), '-');
    }
    return shape.indexOf('-') < 0 ? cell : text;
  }

  /** The text with the hyphens where the shape has them. */
  private String cut(String text) {
    StringBuilder cut = new StringBuilder();
    int at = 0;
    for (int i = 0; i < shape.length() && at < text.length(); i++) {
      cut.append(shape.charAt(i) == '-' ? '-' : text.charAt(at++));
    }
    return cut.append(text.substring(at)).toString();
  }

  private String groupsFilled(String text) {
    String[] groups = text.split("-", -1);
    String[] shapes = shape.split("-", -1);
    for (int i = 0; i < groups.length && groups.length == shapes.length; i++) {
      groups[i] = filled(groups[i], shapes[i].length());
    }
    return String.join("-", groups);
  }

  private static String filled(String digits, int length) {
    return digits.length() < length && HalfWidth.isDigits(digits)
        ? "0".repeat(length - digits.length()) + digits
        : digits;
  }
}
