package careplanhub.standard;

import java.util.regex.Pattern;

/**
 * A 事業所番号: the ten digits that are a care office's address on the relay.
 *
 * @param value exactly ten ASCII digits
 */
public record OfficeNumber(String value) implements Comparable<OfficeNumber> {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{10}");

  public OfficeNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("An office number has ten digits.");
    }
  }

  /** Whether the text is ten ASCII digits, so that the constructor would take it. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(OfficeNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
