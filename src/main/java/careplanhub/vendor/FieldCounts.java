package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Finding;
import careplanhub.standard.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A count for each field of a layout. For one thread. */
final class FieldCounts {
  private final long[] counts;

  FieldCounts(Layout layout) {
    counts = new long[layout.width()];
  }

  void add(Field field) {
    counts[field.number() - 1]++;
  }

  /**
   * What got lost.
   *
   * @param told fields whose loss is told
   */
  List<Finding> findings(Layout layout, Set<String> told) {
    List<Finding> findings = new ArrayList<>();
    for (Field field : layout.fields()) {
      long count = counts[field.number() - 1];
      if (count > 0 && told.contains(field.key())) {
        findings.add(
            VendorFinding.LOST.at(
                null,
                null,
                field.number(),
                field.japaneseName(),
                "この形式に書く列が無いので省きました（" + count + " 行）。"));
      }
    }
    return findings;
  }
}
