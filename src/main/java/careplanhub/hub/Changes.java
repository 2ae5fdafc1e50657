package careplanhub.hub;

import careplanhub.standard.OfficeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The offices whose lists no longer show what the ledger says. Safe for every thread. */
final class Changes {
  private final Set<OfficeNumber> touched = ConcurrentHashMap.newKeySet();

  void touch(OfficeNumber office) {
    touched.add(office);
  }

  /** Hands the offices out; the next change of one brings it back. */
  List<OfficeNumber> take() {
    List<OfficeNumber> taken = new ArrayList<>(touched);
    taken.forEach(touched::remove);
    return taken;
  }
}
