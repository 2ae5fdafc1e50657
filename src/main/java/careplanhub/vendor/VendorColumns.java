package careplanhub.vendor;

import careplanhub.vendor.form.HalfWidth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of a vendor's layout in the order in which they are written. Lenses and drafts know
 * them by their index here, 0 for the first. Immutable.
 */
final class VendorColumns {
  /** The places of the 31 days of a month in a name such as {@code {day}日予定}. */
  static final String DAY = "{day}";

  /** The same, written with two digits. */
  static final String TWO_DIGIT_DAY = "{dd}";

  static final int DAYS = 31;

  private final List<VendorColumn> columns;
  private final Map<String, int[]> indexes;
  private final Map<String, Integer> byHeader = new HashMap<>();
  private final int width;

  /**
   * @param indexes of each name that a mapping may use: one column, or the 31 of a name with {day}
   */
  VendorColumns(List<VendorColumn> columns, Map<String, int[]> indexes) {
    this.columns = List.copyOf(columns);
    this.indexes = Map.copyOf(indexes);
    int last = -1;
    for (int index = 0; index < columns.size(); index++) {
      VendorColumn column = columns.get(index);
      last = Math.max(last, column.place() == VendorColumn.BY_NAME ? index : column.place());
      byHeader.put(HalfWidth.key(column.name()), index);
      for (String other : column.otherNames()) {
        byHeader.putIfAbsent(HalfWidth.key(other), index);
      }
    }
    this.width = last + 1;
  }

  int size() {
    return columns.size();
  }

  /** How many columns a written line has. */
  int width() {
    return width;
  }

  VendorColumn get(int index) {
    return columns.get(index);
  }

  String name(int index) {
    return columns.get(index).name();
  }

  /** The one column of this name; empty where there is none, or 31. */
  Optional<Integer> index(String name) {
    int[] found = indexes.get(name);
    return found == null || found.length != 1 ? Optional.empty() : Optional.of(found[0]);
  }

  /** The columns of this name, one or 31; none when it is unknown. */
  int[] indexes(String name) {
    return indexes.getOrDefault(name, new int[0]).clone();
  }

  /** The column that a header's word means. */
  Optional<Integer> ofHeader(String word) {
    return Optional.ofNullable(byHeader.get(HalfWidth.key(word)));
  }

  /** Whether every column has its place without a header. */
  boolean arePlaced() {
    return columns.stream().allMatch(column -> column.place() != VendorColumn.BY_NAME);
  }

  /** The place of a column in a written line, 0 for the first. */
  int writtenPlace(int index) {
    int place = columns.get(index).place();
    return place == VendorColumn.BY_NAME ? index : place;
  }

  /** The line of names. */
  String[] header() {
    List<String> header = new ArrayList<>(Collections.nCopies(width, ""));
    for (int index = 0; index < columns.size(); index++) {
      header.set(writtenPlace(index), name(index));
    }
    return header.toArray(String[]::new);
  }
}
