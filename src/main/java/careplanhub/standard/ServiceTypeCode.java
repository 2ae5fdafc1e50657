package careplanhub.standard;

import java.util.regex.Pattern;

/**
 * A サービス種類コード of two characters, such as 11 (訪問介護), 43 (居宅介護支援), 2A or AF.
 *
 * @param value two characters, each an ASCII digit or an upper-case letter
 */
public record ServiceTypeCode(String value) implements Comparable<ServiceTypeCode> {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{2}");

  public ServiceTypeCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A service type code has two digits or upper-case letters.");
    }
  }

  /** Whether the text has the shape of a service type code; it need not stand in the list. */
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(ServiceTypeCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
