package careplanhub.lab.chaos;

import careplanhub.lab.chaos.ChaosPoint.Victim;
import careplanhub.store.Checkpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What {@code ./hub chaos} does: kills a relay and hubs at every checkpoint as {@code kill -9}
 * does, lets a named scenario or random troubles happen, and looks whether anything was lost,
 * doubled or seen half. Whoever makes it closes it. For one thread.
 */
public final class Chaos implements AutoCloseable {
  private final ChaosWorld world;
  private final ChaosProgress progress;

  /** Told of each trouble. */
  @FunctionalInterface
  public interface ChaosProgress {
    /**
     * A program was killed, or another trouble is over.
     *
     * @param number counted from 1
     * @param what which program or what went wrong, and where
     * @param took how long it all took
     */
    void happened(int number, String what, Duration took);
  }

  private Chaos(ChaosWorld world, ChaosProgress progress) {
    this.world = world;
    this.progress = progress;
  }

  /**
   * Makes a world in a folder; its programs start with the first trouble.
   *
   * @param directory where all folders go; each program's output lies there too
   * @param programHome where the program's settings and routes lie
   * @param seed of the invented data
   */
  public static Chaos in(
      Path directory, Path programHome, long seed, Clock clock, ChaosProgress progress)
      throws IOException {
    return new Chaos(ChaosWorld.create(directory, programHome, seed, clock), progress);
  }

  /** Kills a program at each of these points. */
  public ChaosResult killAt(List<ChaosPoint> points) throws IOException, InterruptedException {
    holdLittle();
    world.start();
    world.translateAnExport();
    for (Victim victim : List.of(Victim.HUB, Victim.RELAY)) {
      ChaosProcess program = victim == Victim.HUB ? world.first() : world.relay();
      for (ChaosPoint point : of(points, victim)) {
        long begin = System.nanoTime();
        program.start(point.killAt());
        world.dropRound();
        awaitHalt(program, point, begin);
      }
      program.start();
    }
    if (points.stream().anyMatch(ChaosPoint::needsQuiet)) {
      world.awaitQuiet();
    }
    for (ChaosPoint point : of(points, Victim.PURGING_RELAY)) {
      killPurgingRelay(point);
    }
    Path backup = world.directory().resolve("backup");
    for (ChaosPoint point : of(points, Victim.BACKUP)) {
      killCopy(point, "backup", world.folders().first(), backup);
    }
    for (ChaosPoint point : of(points, Victim.RESTORE)) {
      killCopy(point, "restore", backup, world.directory().resolve("restored"));
    }
    world.awaitQuiet();
    return world.result();
  }

  /** Of these small parcels the relay takes some in one piece and some piece by piece. */
  private void holdLittle() throws IOException {
    world.relaySetting("limits:\n  heldBytes: 2000\n");
  }

  /** Lets random troubles happen, one after the other. */
  public ChaosResult random(int rounds, long seed) throws IOException, InterruptedException {
    holdLittle();
    new RandomTroubles(world, seed, progress).happen(rounds);
    return world.result();
  }

  /**
   * Lets the trouble of a scenario happen.
   *
   * @param size how many files or rows, where the scenario is one of size; 0 for its own
   */
  public ChaosResult run(Scenario scenario, long size) throws IOException, InterruptedException {
    world.ofSize(size);
    scenario.ordeal().happenIn(world);
    return world.endsEarly() ? world.outcome() : world.result();
  }

  private static List<ChaosPoint> of(List<ChaosPoint> points, Victim victim) {
    return points.stream().filter(point -> point.victim() == victim).toList();
  }

  private void awaitHalt(ChaosProcess program, ChaosPoint point, long begin)
      throws InterruptedException {
    int status = program.awaitEnd(ChaosWorld.LONGEST_WAIT);
    if (status != Checkpoints.HALT_STATUS) {
      world.problem(program.name() + " は " + point.name() + " に来ませんでした（終了コード " + status + "）。");
    }
    progress.happened(
        world.killed(),
        program.name() + " " + point.name(),
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Everything is acknowledged, so everything is to be forgotten at once. */
  private void killPurgingRelay(ChaosPoint point) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    world.relay().kill();
    Files.writeString(
        world.folders().relay().resolve("relay.yaml"),
        "keeping:\n  afterAcknowledgement: PT0S\n  purgeInterval: PT1S\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    world.relay().start(point.killAt());
    awaitHalt(world.relay(), point, begin);
    world.relay().start();
    world.await("受領済みの中身が連携基盤に残っています。", () -> world.check().piecesInRelay() == 0);
  }

  /** A backup or a restore that was killed has left nothing; the next one does it all. */
  private void killCopy(ChaosPoint point, String command, Path source, Path target)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (ChaosProcess copy =
        world.process(command, List.of(command, source.toString(), target.toString()))) {
      copy.start(point.killAt());
      awaitHalt(copy, point, begin);
      if (Files.exists(target)) {
        world.problem(command + " が途中のフォルダを残しました。");
      }
      copy.start();
      int status = copy.awaitEnd(ChaosWorld.LONGEST_WAIT);
      if (status != 0) {
        world.problem(command + " をやり直せません（終了コード " + status + "）。");
      }
    }
  }

  /** Kills all programs at once, from any thread: for the end of the process that started them. */
  public void end() {
    world.end();
  }

  @Override
  public void close() {
    world.close();
  }
}
