package careplanhub.vendor;

import careplanhub.standard.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was tolerated in one file, by column, so that it is told once and not a thousand
 * times.
 */
final class ToleratedCounts {
  private final Map<Key, Count> counts = new LinkedHashMap<>();

  private record Key(Tolerated kind, String column) {}

  private record Count(long records, long firstLine, @Nullable Integer columnNumber) {}

  void add(Tolerated kind, String column, @Nullable Integer columnNumber, long line) {
    counts.merge(
        new Key(kind, column),
        new Count(1, line, columnNumber),
        (old, one) -> new Count(old.records + 1, old.firstLine, old.columnNumber));
  }

  /** One warning for each kind and column, at the first line. */
  List<Finding> findings() {
    return counts.entrySet().stream()
        .map(
            entry ->
                VendorFinding.TOLERATED.at(
                    entry.getValue().firstLine,
                    null,
                    entry.getValue().columnNumber,
                    entry.getKey().column,
                    entry.getKey().kind.sentence() + "（" + entry.getValue().records + " 行）"))
        .toList();
  }
}
