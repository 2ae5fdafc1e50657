package careplanhub.vendor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records of a vendor's layout that hold several rows of the standard: rows that agree in all but
 * their day share one, and a second row of the same day begins another. For one thread.
 */
final class RecordGroups {
  private final int[] shared;
  private final Map<CellsKey, Group> groups = new HashMap<>();
  private final List<Group> all = new ArrayList<>();

  /**
   * @param columns how many the layout has
   * @param ofOneRow whether a column belongs to one row, so that it is not compared
   */
  RecordGroups(int columns, IntPredicate ofOneRow) {
    this.shared = IntStream.range(0, columns).filter(ofOneRow.negate()).toArray();
  }

  /** One record; line and number are those of the first of its rows. */
  static final class Group {
    private final String[] cells;
    private final long line;
    private final long number;
    private @Nullable Group next;

    private Group(String[] cells, long line, long number) {
      this.cells = cells;
      this.line = line;
      this.number = number;
    }

    String[] cells() {
      return cells;
    }

    long line() {
      return line;
    }

    long number() {
      return number;
    }
  }

  /**
   * Puts a row into the record that it belongs to.
   *
   * @param cells of the row; they are copied
   * @param column the one that belongs to the row's day
   */
  void add(String[] cells, int column, long line, long number) {
    Group group = groups.get(new CellsKey(cells, shared));
    if (group == null) {
      group = created(cells, line, number);
      groups.put(new CellsKey(group.cells, shared), group);
      return;
    }
    while (!group.cells[column].isEmpty()) {
      if (group.next == null) {
        group.next = created(cells, line, number);
        return;
      }
      group = group.next;
    }
    group.cells[column] = cells[column];
  }

  private Group created(String[] cells, long line, long number) {
    Group group = new Group(cells.clone(), line, number);
    all.add(group);
    return group;
  }

  /** The records in the order of their first rows. */
  List<Group> all() {
    return all;
  }
}
