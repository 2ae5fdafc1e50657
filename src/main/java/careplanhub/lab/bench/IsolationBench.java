package careplanhub.lab.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures whether offices in trouble delay others: how long files take from outbox to inbox, first
 * while all is well, then while one inbox hangs and one addressee never answers.
 */
public final class IsolationBench {
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Path folder;
  private final Path programHome;
  private final Effort effort;
  private final Clock clock;

  /**
   * How much to measure.
   *
   * @param offices of each of the two corporations, at least 3
   * @param interval from one dropped file to the next
   * @param warmUp how long files go before it counts
   * @param answerWithin how long the sending hub waits for an answer
   * @param phase how long each of the two phases is; longer than answerWithin, or the second shows
   *     nothing of retries
   * @param longestWait how long is waited at the end of a phase for what is still under way
   */
  public record Effort(
      int offices,
      Duration interval,
      Duration warmUp,
      Duration answerWithin,
      Duration phase,
      Duration longestWait) {}

  /**
   * A benchmark.
   *
   * @param folder an empty folder for the world
   * @param programHome where the program's settings and routes lie
   */
  public IsolationBench(Path folder, Path programHome, Effort effort, Clock clock) {
    this.folder = folder;
    this.programHome = programHome;
    this.effort = effort;
    this.clock = clock;
  }

  /** Measures. */
  public IsolationFigures run() throws Exception {
    try (IsolationWorld world =
        IsolationWorld.start(folder, programHome, effort.offices(), effort.answerWithin(), clock)) {
      IsolationTraffic traffic = new IsolationTraffic(world);
      phase(world, traffic, effort.warmUp());
      IsolationFigures.Phase normal = phase(world, traffic, effort.phase());
      world.begin();
      IsolationFigures.Phase troubled = phase(world, traffic, effort.phase());
      return new IsolationFigures(normal, troubled, traffic.missingOfOthers());
    }
  }

  private IsolationFigures.Phase phase(
      IsolationWorld world, IsolationTraffic traffic, Duration length) throws IOException {
    Map<String, List<Duration>> took = new HashMap<>();
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    long nextDrop = begin;
    while (System.nanoTime() < end
        || (traffic.missingOfOthers() > 0
            && System.nanoTime() < end + effort.longestWait().toNanos())) {
      if (System.nanoTime() < end && System.nanoTime() >= nextDrop) {
        traffic.drop();
        nextDrop += effort.interval().toNanos();
      }
      for (IsolationTraffic.Delivery delivery : traffic.look()) {
        if (!world.isInTrouble(delivery.to())) {
          took.computeIfAbsent(delivery.to().number().value(), unused -> new ArrayList<>())
              .add(delivery.took());
        }
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    return new IsolationFigures.Phase(took);
  }
}
