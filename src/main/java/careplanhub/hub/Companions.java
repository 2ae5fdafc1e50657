package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.standard.FileKinds;
import careplanhub.standard.FileName;
import careplanhub.standard.StandardVersion;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files must travel together (2.2, 3.2). */
final class Companions {
  private Companions() {}

  /** Whether the kinds make a send unit with all that is required. */
  static boolean areWhole(StandardVersion version, Set<String> kinds) {
    return FileKinds.data().sendUnits(version).stream()
        .anyMatch(unit -> unit.files().containsAll(kinds) && kinds.containsAll(unit.required()));
  }

  static boolean areWhole(Part part) {
    FileName first = part.files().get(0).name();
    return areWhole(
        first.version(),
        part.files().stream().map(file -> file.name().kind()).collect(Collectors.toSet()));
  }
}
