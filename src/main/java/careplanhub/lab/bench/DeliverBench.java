package careplanhub.lab.bench;

import careplanhub.lab.bench.DeliverFiles.DeliverFile;
import careplanhub.ledger.Parcel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Measures how long parcels take from the ledger, where they stand ready, over the relay until the
 * ledger has their first light and its evidence durably, beside a loop that only makes their files
 * durable. Hub and loop take turns.
 */
public final class DeliverBench {
  private static final Duration LOOK = Duration.ofMillis(5);

  private final Path folder;
  private final Path programHome;
  private final Effort effort;
  private final Clock clock;

  /**
   * How much to measure.
   *
   * @param parcels all together
   * @param rows of each parcel
   * @param offices of each of the two corporations; each sends to each of the other
   * @param rounds how often hub and loop take turns; at most as many as parcels
   * @param warmUp how many parcels go before it counts
   * @param longestWait how long is waited for the parcels of one round
   */
  public record Effort(
      int parcels, int rows, int offices, int rounds, int warmUp, Duration longestWait) {
    private int of(int round) {
      return parcels / rounds + (round < parcels % rounds ? 1 : 0);
    }
  }

  /**
   * A benchmark.
   *
   * @param folder an empty folder for the world
   * @param programHome where the program's settings and routes lie
   */
  public DeliverBench(Path folder, Path programHome, Effort effort, Clock clock) {
    this.folder = folder;
    this.programHome = programHome;
    this.effort = effort;
    this.clock = clock;
  }

  /**
   * Measures.
   *
   * @param listener told of each round by its number from 1
   * @throws IllegalStateException when parcels do not arrive in time, or are refused
   */
  public DeliverFigures run(BiConsumer<Integer, DeliverFigures.Round> listener) throws Exception {
    BareLoop loop = new BareLoop(Files.createDirectories(folder.resolve("bare")));
    try (DeliverWorld world = DeliverWorld.start(folder, programHome, effort.offices(), clock)) {
      DeliverFiles files = world.files(effort.rows());
      if (effort.warmUp() > 0) {
        round(world, loop, files.next(effort.warmUp()));
      }
      List<DeliverFigures.Round> rounds = new ArrayList<>();
      for (int number = 0; number < effort.rounds(); number++) {
        rounds.add(round(world, loop, files.next(effort.of(number))));
        listener.accept(number + 1, rounds.get(number));
      }
      return new DeliverFigures(rounds);
    }
  }

  private DeliverFigures.Round round(DeliverWorld world, BareLoop loop, List<DeliverFile> files)
      throws Exception {
    List<Parcel> parcels = world.parcels(files);
    long bareNanos = loop.write(files.stream().map(DeliverFile::content).toList());
    long before = world.handedOver();
    try (DeliverTimes times = DeliverTimes.observe()) {
      world.pack(parcels);
      DeliverFigures.Syncs syncs = world.syncs();
      await(times, parcels.size());
      if (world.handedOver() - before != parcels.size()) {
        throw new IllegalStateException("parcels were not handed over");
      }
      return new DeliverFigures.Round(
          times.took(), times.nanos(), bareNanos, world.syncs().since(syncs));
    }
  }

  private void await(DeliverTimes times, int count) {
    long end = System.nanoTime() + effort.longestWait().toNanos();
    while (times.count() < count) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "only " + times.count() + " of " + count + " parcels were handed over in time");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }
}
