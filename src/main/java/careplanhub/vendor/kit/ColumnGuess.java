package careplanhub.vendor.kit;

import org.jspecify.annotations.Nullable;

/**
 * What a column of a sample probably is.
 *
 * @param column its place, 0 for the first
 * @param meaning what it probably is; {@link Meaning#OTHER} when the standard has no place for it
 *     or nothing could be guessed
 * @param confidence from 0 to 1; 0 when nothing could be guessed
 * @param reason Japanese: what speaks for it
 * @param day the group of the columns of days that it belongs to; null for another column
 */
record ColumnGuess(
    int column, Meaning meaning, double confidence, String reason, DayColumns.@Nullable Group day) {

  /** Whether nothing is known of the column. */
  boolean isUnknown() {
    return day == null && confidence == 0;
  }

  int percent() {
    return (int) Math.round(100 * confidence);
  }
}
