package careplanhub.standard;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Keys of rows with the place where each was first seen. Holds at most a given number of keys; the
 * rest is not taken, and {@link #isFull()} says so. Not safe for several threads.
 */
final class PlaceTable {
  private final KeyTable table = new KeyTable();
  private final int limit;
  private long[] lines = new long[64];
  private long[] records = new long[64];
  private boolean full;

  PlaceTable(int limit) {
    this.limit = limit;
  }

  /** Remembers the row's place under the key; false when the key was here, or there is no room. */
  boolean add(long key, Row row) {
    if (table.size() >= limit && table.indexOf(key) < 0) {
      full = true;
      return false;
    }
    int before = table.size();
    int index = table.put(key);
    if (index < before) {
      return false;
    }
    if (index == lines.length) {
      lines = Arrays.copyOf(lines, index * 2);
      records = Arrays.copyOf(records, index * 2);
    }
    lines[index] = row.line();
    records[index] = row.record();
    return true;
  }

  boolean contains(long key) {
    return table.indexOf(key) >= 0;
  }

  /** Whether a key found no room; then what the table lacks means nothing. */
  boolean isFull() {
    return full;
  }

  /** Says that the rows were not all compared, when that is so. */
  void tellWhenFull(Consumer<Finding> findings) {
    if (full) {
      findings.accept(FindingCode.COMPARISON_STOPPED.of(Integer.toString(limit)));
    }
  }

  int size() {
    return table.size();
  }

  int indexOf(long key) {
    return table.indexOf(key);
  }

  long key(int index) {
    return table.key(index);
  }

  long line(int index) {
    return lines[index];
  }

  long record(int index) {
    return records[index];
  }
}
