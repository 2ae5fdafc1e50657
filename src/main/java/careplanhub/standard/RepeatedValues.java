package careplanhub.standard;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last values of each column with their bytes in the file. Most columns of a record repeat the
 * record before, and comparing is cheaper than decoding, checking and encoding anew. What is
 * compared later is then mostly the same object.
 */
final class RepeatedValues {
  /** The most bytes that are kept of a value; a longer one seldom repeats. */
  private static final int KEPT_BYTES = 64;

  private final byte[] bytes;
  private final int[] lengths;
  private final String[] values;

  RepeatedValues(int width) {
    bytes = new byte[width * KEPT_BYTES];
    lengths = new int[width];
    values = new String[width];
    Arrays.fill(values, "");
  }

  /** The value that was kept for a column with just these bytes; null when it had others. */
  @Nullable String valueOf(int column, byte[] source, int from, int to) {
    if (from == to) {
      return "";
    }
    if (to - from != lengths[column]) {
      return null;
    }
    int kept = column * KEPT_BYTES;
    boolean same = Arrays.equals(source, from, to, bytes, kept, kept + to - from);
    return same ? values[column] : null;
  }

  /** Puts the bytes of a column's value at a place, if they are known, and returns their end. */
  int copyBytes(int column, String value, byte[] target, int at) {
    if (!value.equals(values[column])) {
      return at;
    }
    System.arraycopy(bytes, column * KEPT_BYTES, target, at, lengths[column]);
    return at + lengths[column];
  }

  /** Keeps a value and its bytes, unless they are many. */
  void keep(int column, byte[] source, int from, int to, String value) {
    int length = to - from;
    if (length <= KEPT_BYTES) {
      System.arraycopy(source, from, bytes, column * KEPT_BYTES, length);
      lengths[column] = length;
      values[column] = value;
    }
  }
}
