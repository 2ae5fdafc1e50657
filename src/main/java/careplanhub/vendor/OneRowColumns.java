package careplanhub.vendor;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Columns that differ between the rows of one record: those of the days, and their totals. */
final class OneRowColumns {
  private final Set<Integer> columns = new HashSet<>();

  OneRowColumns(Definition definition) {
    for (Mapping mapping : definition.all()) {
      if (mapping.fold() != null) {
        Arrays.stream(mapping.fold().columns()).forEach(columns::add);
      }
      mapping.totals().forEach(total -> Arrays.stream(total.columns()).forEach(columns::add));
    }
  }

  boolean has(int column) {
    return columns.contains(column);
  }
}
