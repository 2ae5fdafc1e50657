package careplanhub.channel.client;

import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.SendUnit;
import careplanhub.standard.StandardVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which kinds of file make a send unit (2.2, 3.2), and in which order they stand in it. */
final class UnitKinds {
  /** A commissioned office's result travels with its plan. */
  private static final String RESULT = "UPJSK";

  private UnitKinds() {}

  /** What is missing for a whole unit; empty when nothing is, or when nobody can say. */
  static List<String> missing(List<FileName> names) {
    StandardVersion version = names.get(0).version();
    Set<String> kinds = names.stream().map(FileName::kind).collect(Collectors.toSet());
    Set<String> withoutResult = new HashSet<>(kinds);
    withoutResult.remove(RESULT);
    if (kinds.contains(RESULT) && withoutResult.isEmpty()) {
      return List.of();
    }
    return nearest(version, withoutResult)
        .map(unit -> unit.required().stream().filter(kind -> !kinds.contains(kind)).toList())
        .orElse(List.of());
  }

  /** Of the units that may hold these kinds the one that lacks least. */
  private static Optional<SendUnit> nearest(StandardVersion version, Set<String> kinds) {
    return FileKinds.data().sendUnits(version).stream()
        .filter(unit -> unit.files().containsAll(kinds))
        .min(
            Comparator.comparing(
                unit -> unit.required().stream().filter(kind -> !kinds.contains(kind)).count()));
  }

  /** The order in which the standard names the files of a unit of these, a result at the end. */
  static Comparator<FileName> order(List<FileName> names) {
    Set<String> kinds = names.stream().map(FileName::kind).collect(Collectors.toSet());
    kinds.remove(RESULT);
    List<String> order =
        new ArrayList<>(
            nearest(names.get(0).version(), kinds).map(SendUnit::files).orElse(List.of()));
    order.remove(RESULT);
    order.add(RESULT);
    return Comparator.<FileName>comparingInt(name -> order.indexOf(name.kind()))
        .thenComparing(FileName::format);
  }
}
