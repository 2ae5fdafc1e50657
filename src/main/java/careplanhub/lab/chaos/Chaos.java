package careplanhub.lab.chaos;

import careplanhub.lab.DemoDrops;
import careplanhub.lab.DemoMonthEnd;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.chaos.ChaosPoint.Victim;
import careplanhub.store.Checkpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kills a relay and hubs as {@code kill -9} does while files go through them, starts them again,
 * and looks whether anything was lost, doubled or seen half. All programs are processes of their
 * own in one small world. Whoever starts it closes it. For one thread.
 */
public final class Chaos implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int LONGEST_LIFE = 6_000;

  private final Path directory;
  private final Path programHome;
  private final DemoWorld world;
  private final ChaosTraffic traffic;
  private final ChaosInboxes inboxes;
  private final ChaosCheck check;
  private final DemoDrops drops;
  private final ChaosProcess relay;
  private final ChaosProcess first;
  private final ChaosProcess second;
  private final ChaosProgress progress;
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledFuture<?> looks;
  private final List<String> problems = new ArrayList<>();
  private int kills;

  /** Told of each kill. */
  @FunctionalInterface
  public interface ChaosProgress {
    /**
     * A program was killed.
     *
     * @param number counted from 1
     * @param what which program was killed, and where
     * @param took how long it lived and how long its end took to come
     */
    void killed(int number, String what, Duration took);
  }

  private Chaos(
      Path directory,
      Path programHome,
      DemoWorld world,
      long seed,
      Clock clock,
      ChaosProgress told) {
    this.directory = directory;
    this.programHome = programHome;
    this.world = world;
    this.traffic = new ChaosTraffic(seed);
    this.inboxes = new ChaosInboxes(world, traffic);
    this.check = new ChaosCheck(world, traffic, clock);
    this.drops = new DemoDrops(world);
    this.progress = told;
    this.relay = process("relay", List.of("relay", world.relay().toString()));
    this.first = process("hub-a", List.of("run", world.first().toString()));
    this.looks =
        looking.scheduleWithFixedDelay(inboxes::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    this.second = process("hub-b", List.of("run", world.second().toString()));
  }

  /**
   * Makes a world in a folder and starts its programs.
   *
   * @param directory where all folders go; each program's output lies there too
   * @param programHome where the program's settings and routes lie
   * @param seed of the invented data
   */
  public static Chaos start(
      Path directory, Path programHome, long seed, Clock clock, ChaosProgress progress)
      throws IOException, InterruptedException {
    FaultFile.create(directory);
    DemoWorld world =
        new DemoWorld(
            directory.resolve("relay"),
            directory.resolve("corporation-a"),
            directory.resolve("corporation-b"));
    world.create(programHome, DemoWorld.Pace.FAST, clock);
    Chaos chaos = new Chaos(directory, programHome, world, seed, clock, progress);
    chaos.relay.start();
    chaos.first.start();
    chaos.second.start();
    await(chaos.check::hasOutboxes);
    return chaos;
  }

  private ChaosProcess process(String name, List<String> arguments) {
    return new ChaosProcess(name, programHome, directory, arguments);
  }

  /** Kills a program at each of these points. */
  public void killAt(List<ChaosPoint> points) throws IOException, InterruptedException {
    translateAnExport();
    for (Victim victim : List.of(Victim.HUB, Victim.RELAY)) {
      ChaosProcess program = victim == Victim.HUB ? first : relay;
      for (ChaosPoint point : of(points, victim)) {
        long begin = System.nanoTime();
        program.start(point.killAt());
        drop(traffic.nextRound());
        awaitHalt(program, point, begin);
      }
      program.start();
    }
    if (points.stream().anyMatch(ChaosPoint::needsQuiet)) {
      awaitQuiet();
    }
    for (ChaosPoint point : of(points, Victim.PURGING_RELAY)) {
      killPurgingRelay(point);
    }
    for (ChaosPoint point : of(points, Victim.BACKUP)) {
      killCopy(point, "backup", world.first(), directory.resolve("backup"));
    }
    for (ChaosPoint point : of(points, Victim.RESTORE)) {
      killCopy(point, "restore", directory.resolve("backup"), directory.resolve("restored"));
    }
  }

  /** Kills one of the three programs at random moments, also while they start. */
  public void killAtRandom(int times, long seed) throws IOException, InterruptedException {
    translateAnExport();
    Random dice = new Random(seed);
    List<ChaosProcess> programs = List.of(first, second, relay);
    for (int time = 0; time < times; time++) {
      long begin = System.nanoTime();
      drop(traffic.nextRound());
      ChaosProcess program = programs.get(dice.nextInt(programs.size()));
      Duration life = Duration.ofMillis(dice.nextInt(LONGEST_LIFE));
      Thread.sleep(life.toMillis());
      if (!program.isRunning()) {
        problems.add(program.name() + " が勝手に止まりました。");
      }
      program.start();
      killed(program.name() + " +" + life.toMillis() + " ms", begin);
    }
  }

  /** Waits until nothing is under way, ends the programs and looks whether all is as it must be. */
  public ChaosResult result() throws IOException, InterruptedException {
    awaitQuiet();
    if (looks.isDone()) {
      problems.add("inbox を見ることができなくなりました。");
    }
    close();
    problems.addAll(inboxes.problemsAtTheEnd());
    problems.addAll(check.problems());
    long files = traffic.drops().stream().mapToLong(drop -> drop.files().size()).sum();
    return new ChaosResult(kills, files, traffic.parcels(), problems);
  }

  private void translateAnExport() throws IOException, InterruptedException {
    drop(traffic.slipsForExporter());
    awaitQuiet();
    drop(traffic.export());
  }

  private void drop(List<DemoMonthEnd.Drop> round) {
    round.forEach(drops::drop);
  }

  private static List<ChaosPoint> of(List<ChaosPoint> points, Victim victim) {
    return points.stream().filter(point -> point.victim() == victim).toList();
  }

  private void awaitHalt(ChaosProcess program, ChaosPoint point, long begin)
      throws InterruptedException {
    int status = program.awaitEnd(LONGEST_WAIT);
    if (status != Checkpoints.HALT_STATUS) {
      problems.add(program.name() + " は " + point.name() + " に来ませんでした（終了コード " + status + "）。");
    }
    killed(program.name() + " " + point.name(), begin);
  }

  private void killed(String what, long begin) {
    kills++;
    progress.killed(kills, what, Duration.ofNanos(System.nanoTime() - begin));
  }

  private void awaitQuiet() throws IOException, InterruptedException {
    await(() -> inboxes.missing() == 0 && check.isQuiet());
  }

  /** True when it came to be; false when the time was over. */
  private static boolean await(Condition condition) throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > until) {
        return false;
      }
      Thread.sleep(STEP.toMillis());
    }
    return true;
  }

  /** What is waited for. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  /** Everything is acknowledged, so everything is to be forgotten at once. */
  private void killPurgingRelay(ChaosPoint point) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    relay.kill();
    Files.writeString(
        world.relay().resolve("relay.yaml"),
        "keeping:\n  afterAcknowledgement: PT0S\n  purgeInterval: PT1S\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
    relay.start(point.killAt());
    awaitHalt(relay, point, begin);
    relay.start();
    if (!await(() -> check.piecesInRelay() == 0)) {
      problems.add("受領済みの中身が連携基盤に残っています。");
    }
  }

  /** A backup or a restore that was killed has left nothing; the next one does it all. */
  private void killCopy(ChaosPoint point, String command, Path source, Path target)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (ChaosProcess copy =
        process(command, List.of(command, source.toString(), target.toString()))) {
      copy.start(point.killAt());
      awaitHalt(copy, point, begin);
      if (Files.exists(target)) {
        problems.add(command + " が途中のフォルダを残しました。");
      }
      copy.start();
      int status = copy.awaitEnd(LONGEST_WAIT);
      if (status != 0) {
        problems.add(command + " をやり直せません（終了コード " + status + "）。");
      }
    }
  }

  /** Kills all programs at once, from any thread: for the end of the process that started them. */
  public void end() {
    List.of(first, second, relay).forEach(ChaosProcess::end);
  }

  @Override
  public void close() {
    looking.shutdown();
    first.close();
    second.close();
    relay.close();
  }
}
