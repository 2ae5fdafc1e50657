package careplanhub.vendor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of a vendor's file; its cells are found by the mapping's column names. */
final class VendorRecord {
  private final Map<String, Integer> positions;
  private final List<String> cells;
  private final long line;
  private final long number;

  /**
   * A record as it was read.
   *
   * @param positions where each known column lies, 0 for the first
   * @param line the physical line where it begins, from 1
   * @param number its count in the file, from 1, the header not counted
   */
  VendorRecord(Map<String, Integer> positions, List<String> cells, long line, long number) {
    this.positions = positions;
    this.cells = cells;
    this.line = line;
    this.number = number;
  }

  /** The cell of a column; empty when the file has no such column. */
  String cell(String column) {
    Integer position = positions.get(column);
    return position == null ? "" : cells.get(position);
  }

  /** The column's place in the file, 1 for the first; null when the file has no such column. */
  @Nullable Integer columnNumber(String column) {
    Integer position = positions.get(column);
    return position == null ? null : position + 1;
  }

  List<String> cells() {
    return cells;
  }

  long line() {
    return line;
  }

  long number() {
    return number;
  }
}
