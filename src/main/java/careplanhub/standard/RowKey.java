package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/**
 * The key of some columns of the row before, kept because rows of one user mostly follow one
 * another and comparing is cheaper than hashing. Not safe for several threads.
 */
final class RowKey {
  private final int[] positions;
  private @Nullable Row last;
  private long key;

  RowKey(int... positions) {
    this.positions = positions.clone();
  }

  /** Whether the row has the values of the row taken last. */
  boolean isOf(Row row) {
    if (last == null) {
      return false;
    }
    // From the back: the columns that change come last.
    for (int i = positions.length - 1; i >= 0; i--) {
      if (!last.value(positions[i]).equals(row.value(positions[i]))) {
        return false;
      }
    }
    return true;
  }

  /** The row's key, which is then the last. */
  long take(Row row) {
    if (!isOf(row)) {
      key = KeyTable.keyOf(row, positions);
    }
    last = row;
    return key;
  }
}
