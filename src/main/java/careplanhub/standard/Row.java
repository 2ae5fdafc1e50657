package careplanhub.standard;

import java.util.List;

/**
 * One record: its values over the columns of a layout, with the place it was read from. Immutable.
 * The values are personal data and {@link #toString()} shows none.
 */
public final class Row {
  private final Layout layout;
  private final String[] values;
  private final long line;
  private final long record;

  /** Takes the array over; the caller must not touch it again. */
  Row(Layout layout, String[] values, long line, long record) {
    if (values.length != layout.width()) {
      throw new IllegalArgumentException(
          layout + " has " + layout.width() + " columns, the row " + values.length);
    }
    this.layout = layout;
    this.values = values;
    this.line = line;
    this.record = record;
  }

  /**
   * A row that was made, not read; its line and record are 0.
   *
   * @param values as many as the layout has columns, in their order, an empty text where there is
   *     no value
   */
  public static Row of(Layout layout, List<String> values) {
    return new Row(layout, values.toArray(String[]::new), 0, 0);
  }

  /**
   * A row that was made, as {@link #of(Layout, List)} says; takes the array over, so that the
   * caller must not touch it again.
   */
  public static Row of(Layout layout, String[] values) {
    return new Row(layout, values, 0, 0);
  }

  public Layout layout() {
    return layout;
  }

  /** The physical line where the record begins, from 1; 0 for a row that was made. */
  public long line() {
    return line;
  }

  /** The record's count in its file, from 1; 0 for a row that was made. */
  public long record() {
    return record;
  }

  /** The value of the column at a position, 0 for the first; an empty text where there is none. */
  public String value(int position) {
    return values[position];
  }

  /** The value of a column of the row's layout. */
  String value(Field field) {
    return values[field.number() - 1];
  }

  /**
   * The value of the column of this key.
   *
   * @throws IllegalArgumentException when the layout has no such column
   */
  public String get(String key) {
    return values[layout.position(key)];
  }

  /** The same row with another value in one column. */
  public Row with(String key, String value) {
    String[] changed = values.clone();
    changed[layout.position(key)] = value;
    return new Row(layout, changed, line, record);
  }

  /** All values in the order of the columns. */
  public List<String> values() {
    return List.of(values);
  }

  /**
   * Who the row speaks of; every layout of the standard begins with version, insurer and insured.
   */
  public UserIdentity user() {
    return new UserIdentity(get("insurerNumber"), get("insuredNumber"));
  }

  @Override
  public String toString() {
    return "Row[" + layout + ", line " + line + "]";
  }
}
