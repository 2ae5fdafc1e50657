package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.vendor.form.Tolerated;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what was tolerated in one file, by column, so that it is told once and not a thousand
 * times.
 */
final class ToleratedCounts {
  private final VendorRecord place;
  private final Map<Tolerated, long[]> counts = new EnumMap<>(Tolerated.class);
  private final Map<Tolerated, long[]> firstLines = new EnumMap<>(Tolerated.class);

  /**
   * @param place knows the columns' names and places
   */
  ToleratedCounts(VendorRecord place) {
    this.place = place;
  }

  void add(Tolerated kind, int column, long line) {
    if (of(counts, kind)[column]++ == 0) {
      of(firstLines, kind)[column] = line;
    }
  }

  private long[] of(Map<Tolerated, long[]> numbers, Tolerated kind) {
    return numbers.computeIfAbsent(kind, one -> new long[place.columns().size()]);
  }

  /** One warning for each column and kind, at the first line. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int column = 0; column < place.columns().size(); column++) {
      for (Tolerated kind : counts.keySet()) {
        long count = of(counts, kind)[column];
        if (count > 0) {
          findings.add(
              VendorFinding.TOLERATED.at(
                  of(firstLines, kind)[column],
                  null,
                  place.columnNumber(column),
                  place.columns().name(column),
                  kind.sentence() + "（" + count + " 行）"));
        }
      }
    }
    return findings;
  }
}
