package careplanhub.standard.units;

import careplanhub.standard.Field;
import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one row differs from what was sent: it came, went or has other values. CSVバージョン is no
 * difference. Immutable; holds personal data.
 *
 * @param before as it was sent; null when the row is new
 * @param after as it is to be sent; null when the row is gone
 */
public record RowChange(@Nullable Row before, @Nullable Row after) {
  private static final String VERSION = "csvVersion";

  public RowChange {
    if (before == null && after == null) {
      throw new IllegalArgumentException("A change has a row before or after.");
    }
  }

  /** The row that there is, the new one first. */
  public Row row() {
    return after != null ? after : Objects.requireNonNull(before);
  }

  /** The fields whose values differ; for a row that came or went those that are not empty. */
  public List<Field> fields() {
    return row().layout().fields().stream()
        .filter(field -> !field.key().equals(VERSION))
        .filter(field -> !value(before, field).equals(value(after, field)))
        .toList();
  }

  /** A row's value of a field; empty when there is no row or its layout has no such field. */
  public static String value(@Nullable Row row, Field field) {
    return row == null || !row.layout().has(field.key()) ? "" : row.get(field.key());
  }

  /**
   * The changes between the rows of one kind. Equal rows are none; of the others, rows of the same
   * user, plan or month that agree in half of their values or more are taken for the same row.
   */
  public static List<RowChange> between(List<Row> before, List<Row> after) {
    Map<List<String>, List<Row>> gone = byKey(before);
    Map<List<String>, List<Row>> come = byKey(after);
    List<RowChange> changes = new ArrayList<>();
    Map<List<String>, List<Row>> keys = new LinkedHashMap<>(gone);
    come.forEach(keys::putIfAbsent);
    for (List<String> key : keys.keySet()) {
      List<Row> rest = new ArrayList<>(come.getOrDefault(key, List.of()));
      List<Row> unmatched = new ArrayList<>();
      for (Row row : gone.getOrDefault(key, List.of())) {
        if (!removeEqual(rest, row)) {
          unmatched.add(row);
        }
      }
      for (Row row : unmatched) {
        Row same = mostAlike(row, rest);
        if (same != null) {
          rest.remove(same);
        }
        changes.add(new RowChange(row, same));
      }
      rest.forEach(row -> changes.add(new RowChange(null, row)));
    }
    return changes;
  }

  private static Map<List<String>, List<Row>> byKey(List<Row> rows) {
    Map<List<String>, List<Row>> keys = new LinkedHashMap<>();
    rows.forEach(
        row -> keys.computeIfAbsent(ReceivedRows.keyOf(row), unused -> new ArrayList<>()).add(row));
    return keys;
  }

  private static boolean removeEqual(List<Row> rows, Row wanted) {
    for (int place = 0; place < rows.size(); place++) {
      if (new RowChange(wanted, rows.get(place)).fields().isEmpty()) {
        rows.remove(place);
        return true;
      }
    }
    return false;
  }

  private static @Nullable Row mostAlike(Row row, List<Row> others) {
    Row best = null;
    int fewest = Integer.MAX_VALUE;
    for (Row other : others) {
      int differences = new RowChange(row, other).fields().size();
      if (differences < fewest) {
        fewest = differences;
        best = other;
      }
    }
    return 2 * fewest <= filled(row) ? best : null;
  }

  private static int filled(Row row) {
    return (int) row.values().stream().filter(value -> !value.isEmpty()).count();
  }

  @Override
  public String toString() {
    return "RowChange[" + row().layout().kind() + "]";
  }
}
