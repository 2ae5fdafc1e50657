package careplanhub.standard.units;

import careplanhub.standard.FileKind;
import careplanhub.standard.FileKinds;
import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an addressee holds of one sender after it has imported units, as the standard means it (2.3,
 * 2.5, 3.3, 3.5): in the order of the serials; what is sent again replaces what was there, user by
 * user; a delete takes the kinds that depend on what it names, and never a supplement. Holds
 * personal data; for one thread.
 */
public final class ReceivedRows {
  private static final String SUPPLEMENT = "UPHOSOKU";
  private static final String RESULT = "UPJSK";
  private static final String NO_PLAN = "00000000";

  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  private ReceivedRows() {}

  /**
   * What stands after all units, whatever order they are given in; images, which have no rows, are
   * not among it.
   */
  public static ReceivedRows after(Collection<PlannedUnit> units) {
    ReceivedRows received = new ReceivedRows();
    units.stream().sorted(Comparator.comparing(PlannedUnit::serial)).forEachOrdered(received::take);
    return received;
  }

  /** The rows of a kind of file, in the order of their import. */
  public List<Row> of(String kind) {
    return List.copyOf(rows.getOrDefault(kind, List.of()));
  }

  /** The kinds of which rows stand, in the order in which they first came. */
  public List<String> kinds() {
    return rows.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void take(PlannedUnit unit) {
    for (PlannedFile file : unit.files()) {
      FileKind kind = file.name().fileKind();
      Set<List<String>> keys = new HashSet<>();
      file.rows().forEach(row -> keys.add(keyOf(row)));
      if (kind.use() == FileKind.Use.DELETE) {
        kind.deletes().forEach(deleted -> remove(deleted, keys));
      } else {
        remove(kind.name(), keys);
        childrenIn(unit, kind).forEach(child -> remove(child, keys));
        rows.computeIfAbsent(kind.name(), unused -> new ArrayList<>()).addAll(file.rows());
      }
    }
  }

  /** The unit's kinds that depend on the parent; a supplement is replaced by its own rows. */
  private static List<String> childrenIn(PlannedUnit unit, FileKind parent) {
    return unit.files().stream()
        .map(file -> file.name().fileKind())
        .filter(kind -> kind.parents().contains(parent.name()) && !kind.name().equals(SUPPLEMENT))
        .map(FileKind::name)
        .toList();
  }

  private void remove(String kind, Set<List<String>> keys) {
    rows.getOrDefault(kind, new ArrayList<>()).removeIf(row -> keys.contains(keyOf(row)));
  }

  /** What a row is replaced or withdrawn by: its user and plan, consultation or month. */
  public static List<String> keyOf(Row row) {
    String kind = row.layout().kind();
    FileKind fileKind = FileKinds.data().kind(row.layout().version(), kind).orElseThrow();
    List<String> fields = fileKind.key();
    if (kind.equals(SUPPLEMENT)) {
      fields =
          row.get("planDate").equals(NO_PLAN) ? fileKind.keyWithSlip() : fileKind.keyWithPlan();
    }
    List<String> key = new ArrayList<>();
    fields.forEach(field -> key.add(row.get(field)));
    if (kind.equals(RESULT)) {
      key.add(row.get("serviceOfficeNumber"));
      key.add(SlipRows.typeOf(row));
    }
    return key;
  }
}
