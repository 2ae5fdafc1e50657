package careplanhub.vendor;

import careplanhub.vendor.form.UnreadableException;
import java.util.ArrayList;
import java.util.Collections;
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

  private static final char SEPARATOR = '\u001E';

  /** No day has a cell that says anything. */
  public static final String NONE = String.valueOf(SEPARATOR).repeat(DAYS - 1);

  private DayCells() {}

  /** The cells of the first to the last day. */
  public static List<String> of(String days) {
    List<String> cells = new ArrayList<>(DAYS);
    int start = 0;
    for (int end = days.indexOf(SEPARATOR); end >= 0; end = days.indexOf(SEPARATOR, start)) {
      cells.add(start == end ? "" : days.substring(start, end));
      start = end + 1;
    }
    cells.add(days.substring(start));
    return Collections.unmodifiableList(cells);
  }

  /** Whether the cell of a day, from 1, says nothing. */
  public static boolean isEmpty(String days, int day) {
    int start = startOf(days, day);
    return start == days.length() || days.charAt(start) == SEPARATOR;
  }

  /** The same days but for the cell of one, from 1. */
  public static String with(String days, int day, String cell) {
    int start = startOf(days, day);
    int end = days.indexOf(SEPARATOR, start);
    return new StringBuilder(days).replace(start, end < 0 ? days.length() : end, cell).toString();
  }

  private static int startOf(String days, int day) {
    int start = 0;
    for (int before = 1; before < day; before++) {
      start = days.indexOf(SEPARATOR, start) + 1;
      if (start == 0) {
        throw new IllegalArgumentException("There are fewer than " + day + " days");
      }
    }
    return start;
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
    StringBuilder text = new StringBuilder(2 * DAYS);
    for (String cell : cells) {
      text.append(cell).append(SEPARATOR);
    }
    String days = text.substring(0, text.length() - 1);
    if (days.length() != NONE.length() && of(days).size() != DAYS) {
      throw new UnreadableException("日ごとの列に制御文字（U+001E）があります。消してください。");
    }
    return days;
  }
}
