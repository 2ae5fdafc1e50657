package careplanhub.lab.bench;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Results that go from every sender to every receiver in turn, and how long each takes from its
 * outbox to the inbox. For one thread.
 */
final class IsolationTraffic {
  private static final int USERS_A_PAIR = 4;

  private final IsolationWorld world;
  private final List<GeneratedUnit> next = new ArrayList<>();
  private final Map<String, Dropped> underWay = new HashMap<>();
  private int months;

  /**
   * A file that was dropped and is not in its inbox yet.
   *
   * @param since by {@link System#nanoTime}
   */
  private record Dropped(SyntheticOffice to, GeneratedFile file, long since) {}

  /** How long one file took to an office. */
  record Delivery(SyntheticOffice to, Duration took) {}

  IsolationTraffic(IsolationWorld world) {
    this.world = world;
  }

  /** Drops the next file. */
  void drop() throws IOException {
    if (next.isEmpty()) {
      next.addAll(month());
    }
    drop(next.remove(0));
  }

  /** Drops what goes to the offices in trouble in the next month; the rest of it comes later. */
  void dropForTroubled() throws IOException {
    next.addAll(month());
    for (GeneratedUnit unit : List.copyOf(next)) {
      if (world.isInTrouble(unit.to())) {
        next.remove(unit);
        drop(unit);
      }
    }
  }

  /** Drops what is left of the month. */
  void dropRest() throws IOException {
    while (!next.isEmpty()) {
      drop(next.remove(0));
    }
  }

  private void drop(GeneratedUnit unit) throws IOException {
    for (GeneratedFile file : unit.files()) {
      Files.write(world.outbox(unit.from()).resolve(file.name()), file.content());
      underWay.put(file.name(), new Dropped(unit.to(), file, System.nanoTime()));
    }
  }

  /** The files that have come since the last look. */
  List<Delivery> look() {
    List<Delivery> come = new ArrayList<>();
    for (Iterator<Dropped> all = underWay.values().iterator(); all.hasNext(); ) {
      Dropped file = all.next();
      if (Files.exists(world.inbox(file.to()).resolve(file.file().name()))) {
        come.add(new Delivery(file.to(), Duration.ofNanos(System.nanoTime() - file.since())));
        all.remove();
      }
    }
    return come;
  }

  /** How many files to offices without trouble have not come yet. */
  long missingOfOthers() {
    return underWay.values().stream().filter(file -> !world.isInTrouble(file.to())).count();
  }

  /** How many files have not come yet. */
  int missing() {
    return underWay.size();
  }

  /** The results of one month, so ordered that neighbours have other senders and receivers. */
  private List<GeneratedUnit> month() {
    int offices = world.senders().size();
    List<GeneratedUnit> units =
        Generator.of(months)
            .month(
                USERS_A_PAIR * offices * offices,
                Generator.FIRST_MONTH.plusMonths(months),
                world.receivers(),
                world.senders())
            .results()
            .toList();
    months++;
    List<GeneratedUnit> ordered = new ArrayList<>();
    for (int step = 0; step < offices; step++) {
      for (GeneratedUnit unit : units) {
        int from = world.senders().indexOf(unit.from());
        int to = world.receivers().indexOf(unit.to());
        if (Math.floorMod(to - from, offices) == step) {
          ordered.add(unit);
        }
      }
    }
    return ordered;
  }
}
