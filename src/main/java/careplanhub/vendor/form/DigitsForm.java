package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code digits}: a number that is a name, of a fixed count of digits. Lost leading zeros are given
 * back.
 */
final class DigitsForm implements Form {
  private final int length;
  private final String leadingLetters;

  /**
   * What the mapping says.
   *
   * @param length the count of characters
   * @param leadingLetters letters of which one may stand in the place of the first digit
   */
  record Parameters(@JsonProperty(required = true) int length, @Nullable String leadingLetters) {}

  DigitsForm(Parameters parameters) {
    length = parameters.length();
    leadingLetters = parameters.leadingLetters() == null ? "" : parameters.leadingLetters();
  }

  static DigitsForm create(FormPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    if (parameters.length() < 1 || parameters.length() > 40) {
      throw part.error("length", "1 から 40 までの桁数を書いてください。");
    }
    return new DigitsForm(parameters);
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    if (cell.length() == length && HalfWidth.isDigits(cell)) {
      return cell;
    }
    String text = HalfWidth.of(cell, tolerated);
    if (text.isEmpty()) {
      return "";
    }
    boolean lettered = leadingLetters.indexOf(text.charAt(0)) >= 0;
    String digits = lettered ? text.substring(1) : text;
    boolean right = lettered ? text.length() == length : text.length() <= length;
    if (!right || !HalfWidth.isDigits(digits)) {
      throw new UnreadableException(length + " 桁の数字ではありません。介護ソフトの登録を確認してください。");
    }
    if (text.length() < length) {
      tolerated.accept(Tolerated.LOST_ZEROS);
      return "0".repeat(length - text.length()) + text;
    }
    return text;
  }

  @Override
  public String write(String value) {
    return value;
  }
}
