package careplanhub.vendor;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.form.Tolerated;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a {@link BindyAdapter} may ask and give while it makes rows of a record. One object for a
 * whole file; the fields that were set hold for the record at hand. For one thread.
 */
public interface RecordReading {
  /**
   * Gives a field of the rows that follow.
   *
   * @throws IllegalArgumentException when the layout of the standard has no such field
   */
  void set(String field, String value);

  /** Makes a row of the fields as they are now. */
  void addRow();

  /**
   * Says that the standard does not exchange this record. It is counted and told.
   *
   * @param reason Japanese: what such records are
   */
  void leaveBehind(String reason);

  /** The record's count in the file, from 1. */
  long number();

  /** What this file needs once, such as an index over a table: made at the first question. */
  <T> T once(Class<T> type, Supplier<T> made);

  /**
   * The user that these words mean; empty where nobody has said it. The record then waits for a
   * person, and no row is made of it.
   *
   * @param words in the order of {@link BindyAdapter#userColumns}
   */
  Optional<UserIdentity> userOf(String... words);

  /** Who plans the care of a user. */
  Optional<SupportOffice> supportOfficeOf(UserIdentity user);

  /** The month that holds for the whole file, YYYYMM; empty where {@code file.month} says none. */
  String fileMonth();

  /** YYYYMMDD. */
  String today();

  OfficeNumber exportingOffice();

  /** The office's table of this name and the adapter's, in the order in which they count. */
  List<OfficeTable> tables(String name);

  /** Counts what was tolerated in a column. */
  void tolerate(Tolerated kind, String column);
}
