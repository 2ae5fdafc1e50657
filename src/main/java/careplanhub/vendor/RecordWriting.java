package careplanhub.vendor;

import careplanhub.standard.UserIdentity;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a {@link BindyAdapter} may ask while it puts rows into records. One object for a whole file,
 * for one thread. Records are kept until the file ends and written in the order in which they
 * began.
 *
 * @param <R> the class of records
 */
public interface RecordWriting<R> {
  /**
   * The first record of a key that has room, or a new one.
   *
   * @param key what rows of one record share
   * @param hasRoom whether a record of this key can take the row
   */
  R recordOf(List<String> key, Predicate<R> hasRoom, Supplier<R> made);

  /** The words that mean a user, in the order of {@link BindyAdapter#userColumns}. */
  Optional<List<String>> wordsOf(UserIdentity user);

  /** What this file needs once, such as an index over a table: made at the first question. */
  <T> T once(Class<T> type, Supplier<T> made);

  /** The month of the file, YYYYMM; empty when files of the kind have none. */
  String fileMonth();

  /** The office's table of this name and the adapter's, in the order in which they count. */
  List<OfficeTable> tables(String name);
}
