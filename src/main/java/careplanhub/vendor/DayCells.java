package careplanhub.vendor;

import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 31 columns of the days of a month as one text field of a Bindy record, whose {@code
 * columnName} has {@code {day}} in it. Bindy asks its annotations again for every field of every
 * record, so one field binds many times as fast as 31.
 */
public final class DayCells {
  /** How many days there are, whatever the month. */
  public static final int DAYS = 31;

  private static final String SEPARATOR = "\u001E";

  /** No day has a cell that says anything. */
  public static final String NONE = SEPARATOR.repeat(DAYS - 1);

  private DayCells() {}

  /** The cells of the first to the last day. */
  public static List<String> of(String days) {
    return List.of(days.split(SEPARATOR, -1));
  }

  /** The same days but for the cell of one, from 1. */
  public static String with(String days, int day, String cell) {
    List<String> cells = new ArrayList<>(of(days));
    cells.set(day - 1, cell);
    return String.join(SEPARATOR, cells);
  }

  static boolean areIn(String columnName) {
    return columnName.contains(VendorColumns.DAY);
  }

  static List<String> columns(String columnName) {
    return IntStream.rangeClosed(1, DAYS)
        .mapToObj(day -> columnName.replace(VendorColumns.DAY, String.valueOf(day)))
        .toList();
  }

  /**
   * The cells as one field.
   *
   * @throws UnreadableException when one has the control character that stands between them
   */
  static String joined(List<String> cells) throws UnreadableException {
    String days = String.join(SEPARATOR, cells);
    if (days.length() != NONE.length() && of(days).size() != DAYS) {
      throw new UnreadableException("日ごとの列に制御文字（U+001E）があります。消してください。");
    }
    return days;
  }
}
