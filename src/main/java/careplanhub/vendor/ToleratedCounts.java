package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.vendor.form.Tolerated;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what was tolerated in one file, by column, so that it is told once and not a thousand
 * times.
 */
final class ToleratedCounts {
  private static final Tolerated[] KINDS = Tolerated.values();

  private final VendorRecord place;
  private final long[] counts;
  private final long[] firstLines;

  /**
   * @param place knows the columns' names and places
   */
  ToleratedCounts(VendorRecord place) {
    this.place = place;
    this.counts = new long[place.columns().size() * KINDS.length];
    this.firstLines = new long[counts.length];
  }

  void add(Tolerated kind, int column, long line) {
    int slot = column * KINDS.length + kind.ordinal();
    if (counts[slot]++ == 0) {
      firstLines[slot] = line;
    }
  }

  /** One warning for each column and kind, at the first line. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] > 0) {
        int column = slot / KINDS.length;
        findings.add(
            VendorFinding.TOLERATED.at(
                firstLines[slot],
                null,
                place.columnNumber(column),
                place.columns().name(column),
                KINDS[slot % KINDS.length].sentence() + "（" + counts[slot] + " 行）"));
      }
    }
    return findings;
  }
}
