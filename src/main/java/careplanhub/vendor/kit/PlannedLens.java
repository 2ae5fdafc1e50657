package careplanhub.vendor.kit;

import java.util.List;
import java.util.Set;

/**
 * One lens of a draft.
 *
 * @param yaml its name and parameters on one line
 * @param kinds the files of the standard that it is for; empty for all
 * @param columns of the sample that it connects
 * @param keeps the fields whose whole values come through
 */
record PlannedLens(String yaml, List<String> kinds, Set<Integer> columns, List<String> keeps) {
  PlannedLens {
    kinds = List.copyOf(kinds);
    columns = Set.copyOf(columns);
    keeps = List.copyOf(keeps);
  }

  /** Whether it is for files of a kind. */
  boolean isFor(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
