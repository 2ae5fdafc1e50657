package careplanhub.standard;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * A ファイル連番 (2.4, 3.4): the date and time, to the second, that the files of one send unit share. The
 * natural order is the order of import.
 *
 * @param value fourteen ASCII digits, yyyyMMddHHmmss, a real date and time from the year 2000 on
 */
public record Serial(String value) implements Comparable<Serial> {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final int LENGTH = 14;
  private static final int FIRST_YEAR = 2000;

  /**
   * @throws IllegalArgumentException when the text is no such date and time
   */
  public Serial {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "A serial has the fourteen digits of a real date and time.");
    }
  }

  /** The serial of this moment; what is shorter than a second is cut off. */
  public static Serial of(LocalDateTime moment) {
    return new Serial(FORMAT.format(moment));
  }

  /** Whether the constructor would take the text. */
  public static boolean isValid(String text) {
    if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    try {
      return LocalDateTime.parse(text, FORMAT).getYear() >= FIRST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The date and time that the digits say. */
  public LocalDateTime moment() {
    return LocalDateTime.parse(value, FORMAT);
  }

  @Override
  public int compareTo(Serial other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
