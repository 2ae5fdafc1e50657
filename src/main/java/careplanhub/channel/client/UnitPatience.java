package careplanhub.channel.client;

import careplanhub.office.ClientFolderSettings;
import careplanhub.standard.OfficeNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How long units wait for their files and for earlier ones, by a clock that never jumps; after a
 * start all waits begin anew. For one office, one thread at a time.
 */
final class UnitPatience {
  private final ClientFolderSettings settings;
  private final LongSupplier nanoTime;
  private final Map<HeldFiles.Key, Seen> seen = new HashMap<>();

  UnitPatience(ClientFolderSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  private record Seen(Set<String> files, long first, long changed) {}

  /**
   * What is done with a unit now.
   *
   * @param missing the kinds of file that it goes without
   */
  record Ready(HeldFiles.Unit unit, List<String> missing) {}

  /**
   * The units that wait no longer, in serial order per sender.
   *
   * @param lying of which files still lie where the client puts them
   */
  List<Ready> ready(List<HeldFiles.Unit> units, Set<HeldFiles.Key> lying) {
    long now = nanoTime.getAsLong();
    units.forEach(unit -> look(unit, now));
    seen.keySet().retainAll(units.stream().map(HeldFiles.Unit::key).toList());
    List<Ready> ready = new ArrayList<>();
    Set<OfficeNumber> held = new HashSet<>();
    for (HeldFiles.Unit unit : inOrder(units)) {
      OfficeNumber sender = unit.key().from();
      List<String> missing = UnitKinds.missing(unit.names());
      boolean whole = missing.isEmpty() && !lying.contains(unit.key());
      boolean patient = age(unit, now).compareTo(settings.unitLongestWait()) < 0;
      boolean waits = patient && (held.contains(sender) || !isQuiet(sender, now));
      boolean hopeless = unchanged(unit, now).compareTo(settings.companionWait()) >= 0;
      if (hopeless || (whole && !waits)) {
        ready.add(new Ready(unit, missing));
      } else {
        held.add(sender);
      }
    }
    return ready;
  }

  private void look(HeldFiles.Unit unit, long now) {
    Set<String> files = new HashSet<>(unit.files().stream().map(Trees::nameOf).toList());
    Seen before = seen.get(unit.key());
    if (before == null) {
      seen.put(unit.key(), new Seen(files, now, now));
    } else if (!before.files().equals(files)) {
      seen.put(unit.key(), new Seen(files, before.first(), now));
    }
  }

  /** Whether no file of the sender has come for a while. */
  private boolean isQuiet(OfficeNumber sender, long now) {
    return seen.entrySet().stream()
        .filter(entry -> entry.getKey().from().equals(sender))
        .allMatch(
            entry ->
                Duration.ofNanos(now - entry.getValue().changed())
                        .compareTo(settings.unitSettleTime())
                    >= 0);
  }

  private Duration age(HeldFiles.Unit unit, long now) {
    return Duration.ofNanos(now - known(unit).first());
  }

  private Duration unchanged(HeldFiles.Unit unit, long now) {
    return Duration.ofNanos(now - known(unit).changed());
  }

  private Seen known(HeldFiles.Unit unit) {
    return seen.getOrDefault(unit.key(), new Seen(Set.of(), 0, 0));
  }

  private static List<HeldFiles.Unit> inOrder(List<HeldFiles.Unit> units) {
    return units.stream()
        .sorted(
            Comparator.comparing((HeldFiles.Unit unit) -> unit.key().from())
                .thenComparing(unit -> unit.key().serial()))
        .toList();
  }
}
