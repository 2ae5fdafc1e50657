package careplanhub.lab.chaos;

import careplanhub.lab.DemoDrops;
import careplanhub.lab.DemoMonthEnd;
import careplanhub.lab.DemoSftpServer;
import careplanhub.lab.DemoWays;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.GeneratedFile;
import careplanhub.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A relay and the hubs of two invented corporations, each a process of its own, an SFTP server that
 * is never in trouble, files that go between them and a watch over every inbox. Whoever makes it
 * closes it. For one thread.
 */
final class ChaosWorld implements AutoCloseable {
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final String FIRST_USER = "corporation-a";
  private static final String SECOND_USER = "corporation-b";
  private static final Duration STEP = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Path directory;
  private final DemoWorld folders;
  private final DemoSftpServer server;
  private final FaultFile faults;
  private final ChaosTraffic traffic;
  private final ChaosInboxes inboxes;
  private final ChaosCheck check;
  private final DemoDrops drops;
  private final Path programHome;
  private final ChaosProcess relay;
  private final ChaosProcess first;
  private final ChaosProcess second;
  private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
  private @Nullable ScheduledFuture<?> looks;
  private final Deque<AutoCloseable> atTheEnd = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private int kills;
  private long size;
  private boolean early;

  private ChaosWorld(
      Path directory,
      Path programHome,
      DemoWorld folders,
      DemoSftpServer server,
      FaultFile faults,
      ChaosTraffic traffic,
      Clock clock) {
    this.directory = directory;
    this.programHome = programHome;
    this.folders = folders;
    this.server = server;
    this.faults = faults;
    this.traffic = traffic;
    this.inboxes = new ChaosInboxes(folders, traffic);
    this.check = new ChaosCheck(folders, traffic, clock);
    this.drops = new DemoDrops(folders);
    this.relay = process("relay", List.of("relay", folders.relay().toString()));
    this.first = process("hub-a", List.of("run", folders.first().toString()));
    this.second = process("hub-b", List.of("run", folders.second().toString()));
  }

  /**
   * Makes the folders of a world whose programs stand still.
   *
   * @param directory where all folders go; each program's output lies there too
   * @param programHome where the program's settings and routes lie
   * @param seed of the invented data
   */
  static ChaosWorld create(Path directory, Path programHome, long seed, Clock clock)
      throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    FaultFile faults = FaultFile.create(absolute);
    DemoWorld folders =
        new DemoWorld(
            absolute.resolve("relay"),
            absolute.resolve("corporation-a"),
            absolute.resolve("corporation-b"));
    DemoSftpServer server =
        DemoSftpServer.start(absolute.resolve("sftp"), List.of(FIRST_USER, SECOND_USER));
    DemoWays ways = DemoWays.relayAndSftp(server.access(FIRST_USER, SECOND_USER));
    // Certificates of yesterday are valid also when a clock goes back an hour.
    folders.create(
        programHome, DemoWorld.Pace.FAST, ways, Clock.offset(clock, Duration.ofDays(-1)));
    ChaosTraffic traffic = new ChaosTraffic(seed, (from, to) -> ways.between(from, to, folders));
    ChaosWorld world =
        new ChaosWorld(absolute, programHome, folders, server, faults, traffic, clock);
    world.setting(
        "unitSettleTime: 8s", "unitSettleTime: 4s\n  companionWait: 2m\n  satelliteSettleTime: 4s");
    // Each look at the SFTP server is a login of its own.
    world.setting(
        "pollInterval: 500ms\n  trackInterval: 1s", "pollInterval: 2s\n  trackInterval: 3s");
    world.setting("intake:\n", "intake:\n  minimumFreeSpace: 1KB\n  recheckInterval: 500ms\n");
    return world;
  }

  /** Changes the settings file of both hubs; they must stand still. */
  void setting(String line, String replacement) throws IOException {
    for (Path hub : List.of(folders.first(), folders.second())) {
      Path file = hub.resolve("config/hub.yaml");
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Files.writeString(file, text.replace(line, replacement), StandardCharsets.UTF_8);
    }
  }

  /** Adds lines to the relay's settings, before it starts. */
  void relaySetting(String lines) throws IOException {
    Files.writeString(
        folders.relay().resolve("relay.yaml"),
        lines,
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
  }

  /** Starts all programs and waits until they have made their folders. */
  void start() throws IOException, InterruptedException {
    looks =
        looking.scheduleWithFixedDelay(inboxes::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    relay.start();
    first.start();
    second.start();
    await("ハブが起動しません。", check::hasOutboxes);
  }

  /** A command of the program as a further process of this world. */
  ChaosProcess process(String name, List<String> arguments) {
    return new ChaosProcess(name, programHome, directory, arguments);
  }

  Path directory() {
    return directory;
  }

  DemoWorld folders() {
    return folders;
  }

  FaultFile faults() {
    return faults;
  }

  ChaosTraffic traffic() {
    return traffic;
  }

  ChaosCheck check() {
    return check;
  }

  ChaosInboxes inboxes() {
    return inboxes;
  }

  ChaosProcess relay() {
    return relay;
  }

  ChaosProcess first() {
    return first;
  }

  ChaosProcess second() {
    return second;
  }

  /** How big a scenario of a size is; 0 when it is to choose itself. */
  long size() {
    return size;
  }

  void ofSize(long newSize) {
    this.size = newSize;
  }

  /** The scenario ends in the middle of work: only what it looked at itself counts. */
  void endEarly() {
    early = true;
  }

  boolean endsEarly() {
    return early;
  }

  /** Lets a サービス実態 export be translated, for users whose slips came before. */
  void translateAnExport() throws IOException, InterruptedException {
    drop(traffic.slipsForExporter());
    awaitQuiet();
    drop(traffic.export());
  }

  /** Drops one more round of files. */
  List<DemoMonthEnd.Drop> dropRound() {
    List<DemoMonthEnd.Drop> round = traffic.nextRound();
    drop(round);
    return round;
  }

  /** What a person does who sees that a file has not gone: exports it once more. */
  void dropWhatIsStillInOutbox(List<DemoMonthEnd.Drop> round) throws IOException {
    for (DemoMonthEnd.Drop drop : round) {
      for (GeneratedFile file : drop.files()) {
        Path place = folders.folderOf(drop.office()).resolve("outbox").resolve(file.name());
        if (Files.exists(place)) {
          Files.write(place, file.content());
        }
      }
    }
  }

  void drop(List<DemoMonthEnd.Drop> round) {
    // All at once: the demo's own drops would wait with a repeat.
    round.forEach(
        drop ->
            drops.drop(
                new DemoMonthEnd.Drop(drop.office(), DemoMonthEnd.Manner.WHOLE, drop.files())));
  }

  /** Something does not hold. */
  void problem(String japanese) {
    problems.add(japanese);
  }

  /** Something that whoever reads the result should know; Japanese. */
  void remark(String japanese) {
    remarks.add(japanese);
  }

  /** A program was killed. */
  int killed() {
    return ++kills;
  }

  /** Done before the folders are left, the last first. */
  void atTheEnd(AutoCloseable closing) {
    atTheEnd.push(closing);
  }

  /** A program that a person would have to start again. */
  void mustRun(ChaosProcess program) {
    if (!program.isRunning()) {
      problem(program.name() + " が勝手に止まりました。");
    }
  }

  /** Waits until everything has arrived and nothing is under way. */
  boolean awaitQuiet() throws IOException, InterruptedException {
    return await("すべてが届いて落ち着くはずが、落ち着きません。", () -> inboxes.missing() == 0 && check.isQuiet());
  }

  /**
   * Waits until something holds.
   *
   * @param otherwise the problem when the time is over
   */
  boolean await(String otherwise, Condition condition) throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > until) {
        problem(otherwise);
        return false;
      }
      Thread.sleep(STEP.toMillis());
    }
    return true;
  }

  private static boolean holds(Condition condition) throws IOException {
    try {
      return condition.holds();
    } catch (StoreException e) {
      return false;
    }
  }

  /** What is waited for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws IOException;
  }

  /** Lets time pass. */
  static void pass(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  /** Ends the programs and looks whether all is as it must be. */
  ChaosResult result() throws IOException {
    if (looks == null || looks.isDone()) {
      problem("inbox を見ることができなくなりました。");
    }
    endPrograms();
    problems.addAll(inboxes.problemsAtTheEnd());
    problems.addAll(check.problems());
    return outcome();
  }

  /** The result without the usual look, of a scenario that ends in the middle of work. */
  ChaosResult outcome() {
    long files = traffic.drops().stream().mapToLong(drop -> drop.files().size()).sum();
    return new ChaosResult(kills, files, traffic.parcels(), problems, remarks);
  }

  /** Kills all programs at once, from any thread: for the end of the process that started them. */
  void end() {
    List.of(first, second, relay).forEach(ChaosProcess::end);
  }

  private void endPrograms() {
    looking.shutdown();
    first.close();
    second.close();
    relay.close();
  }

  @Override
  public void close() {
    endPrograms();
    server.close();
    while (!atTheEnd.isEmpty()) {
      try {
        atTheEnd.pop().close();
      } catch (Exception e) {
        problem("後片付けができません: " + e.getClass().getSimpleName());
      }
    }
  }
}
