package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Consumer;

/** {@code number}: a whole number of at most so many characters, a minus sign among them. */
final class NumberForm implements Form {
  private final int length;

  /**
   * What the mapping says.
   *
   * @param length the greatest count of characters in the standard
   */
  record Parameters(@JsonProperty(required = true) int length) {}

  private NumberForm(int length) {
    this.length = length;
  }

  static NumberForm create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    if (parameters.length() < 1 || parameters.length() > 18) {
      throw part.error("length", "1 から 18 までの桁数を書いてください。");
    }
    return new NumberForm(parameters.length());
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    String text = HalfWidth.of(cell, tolerated);
    String plain = text.replaceFirst("^[\u25B3\u25B2\u2212]", "-").replaceFirst("\\.0+$", "");
    if (plain.matches("-?[0-9]{1,3}(,[0-9]{3})+")) {
      plain = plain.replace(",", "");
    }
    if (!plain.equals(text)) {
      tolerated.accept(Tolerated.OTHER_NUMBER_FORM);
    }
    if (!plain.isEmpty() && !plain.matches("-?[0-9]+")) {
      throw new UnreadableException("整数ではありません。数字だけにしてください。");
    }
    if (plain.length() > length) {
      throw new UnreadableException(length + " 桁を超えています。数を確認してください。");
    }
    return plain;
  }

  @Override
  public String write(String value) {
    return value;
  }
}
