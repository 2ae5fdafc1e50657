package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/**
 * What the rules of one file know before its first row.
 *
 * @param name the file's name, null when it is none of the standard
 */
record CheckContext(Layout layout, @Nullable FileName name, CheckOptions options) {
  /** The month of the file's name; null when there is none or it is 000000. */
  @Nullable String serviceMonth() {
    String month = name == null ? null : name.month();
    return month == null || month.equals(Months.ZERO) ? null : month;
  }
}
