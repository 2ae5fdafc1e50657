package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row that is being filled; the version and the user stand in it from the start. */
final class RowDraft {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final String NO_TIME = "9999";

  private final Layout layout;
  private final String[] values;

  private RowDraft(Layout layout) {
    this.layout = layout;
    this.values = new String[layout.width()];
    Arrays.fill(values, "");
  }

  static RowDraft of(Layout layout, UserIdentity user) {
    return new RowDraft(layout)
        .set("csvVersion", layout.version().csvVersion())
        .set("insurerNumber", user.insurerNumber())
        .set("insuredNumber", user.insuredNumber());
  }

  static String month(YearMonth month) {
    return month.format(MONTH);
  }

  RowDraft set(String key, String value) {
    values[layout.position(key)] = value;
    return this;
  }

  RowDraft set(String key, int value) {
    return set(key, String.valueOf(value));
  }

  RowDraft set(String key, LocalDate date) {
    return set(key, date.format(DATE));
  }

  RowDraft set(String key, YearMonth month) {
    return set(key, month(month));
  }

  /** A time, or 9999 where there is none. */
  RowDraft set(String key, @Nullable LocalTime time) {
    return set(key, time == null ? NO_TIME : time.format(TIME));
  }

  /** A column that the older version of the standard lacks. */
  RowDraft setIfThere(String key, String value) {
    return layout.has(key) ? set(key, value) : this;
  }

  Row row() {
    return Row.of(layout, Arrays.asList(values));
  }
}
