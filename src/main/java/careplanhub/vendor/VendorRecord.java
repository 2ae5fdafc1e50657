package careplanhub.vendor;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The record of a vendor's file at hand; its cells are found by the mapping's columns. One object
 * for a whole file: the next record takes the place of the last.
 */
final class VendorRecord {
  private final VendorColumns columns;
  private final int[] places;
  private final int[] read;
  private final String[] cells;
  private long line;
  private long number;

  /**
   * @param places where each column lies in the file, 0 for the first; -1 when it has none
   * @param read the columns whose cells are wanted; those of others stay empty
   */
  VendorRecord(VendorColumns columns, int[] places, Set<Integer> read) {
    this.columns = columns;
    this.places = places.clone();
    this.cells = new String[columns.size()];
    Arrays.fill(cells, "");
    this.read =
        IntStream.range(0, places.length)
            .filter(index -> places[index] >= 0 && read.contains(index))
            .toArray();
  }

  /** The places in the file whose cells are wanted. */
  int[] readPlaces() {
    return Arrays.stream(read).map(index -> places[index]).toArray();
  }

  /**
   * Takes the next record.
   *
   * @param splitter holds its cells
   * @param count its count in the file, from 1, the header not counted
   */
  void take(RecordHandler splitter, long count) {
    for (int index : read) {
      cells[index] = splitter.cell(places[index]);
    }
    line = splitter.line();
    number = count;
  }

  VendorColumns columns() {
    return columns;
  }

  /** The cell of a column; empty when the file has no such column. */
  String cell(int index) {
    return cells[index];
  }

  /** The column's place in the file, 1 for the first; null when the file has no such column. */
  @Nullable Integer columnNumber(int index) {
    return places[index] < 0 ? null : places[index] + 1;
  }

  /** The place of the column of this name; null when the file has no such column. */
  @Nullable Integer columnNumber(String name) {
    return columns.index(name).map(this::columnNumber).orElse(null);
  }

  /** The physical line where it begins, from 1. */
  long line() {
    return line;
  }

  /** Its count in the file, from 1. */
  long number() {
    return number;
  }
}
