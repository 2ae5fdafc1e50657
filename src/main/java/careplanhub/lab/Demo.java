package careplanhub.lab;

import careplanhub.hub.Hub;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Parcel;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The demo: a relay, an SFTP server, two hubs and a month end of invented data. Whoever starts it
 * closes it.
 */
public final class Demo implements AutoCloseable {
  private static final String FIRST_USER = "corporation-a";
  private static final String SECOND_USER = "corporation-b";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
  private static final int MOST_PARCELS = 10_000;
  private static final Duration STEP = Duration.ofMillis(100);

  private final DemoWorld world;
  private final DemoMonthEnd monthEnd;
  private final DemoWorld.Passwords passwords;
  private final Programs programs;
  private final DemoFax fax;
  private final DemoPeople people;
  private final DemoCheck check;

  private Demo(
      DemoWorld world,
      DemoMonthEnd monthEnd,
      DemoWays ways,
      DemoWorld.Passwords passwords,
      Programs programs,
      DemoSoftware software) {
    this.world = world;
    this.monthEnd = monthEnd;
    this.passwords = passwords;
    this.programs = programs;
    this.fax =
        new DemoFax(
            List.of(
                new DemoFax.Side(programs.first(), world.first()),
                new DemoFax.Side(programs.second(), world.second())));
    this.people = new DemoPeople(world, ways, software, fax);
    this.check = new DemoCheck(world, monthEnd, ways, software, fax);
  }

  /** What runs. */
  private record Programs(DemoSftpServer server, RelayServer relay, Hub first, Hub second) {}

  /** Told how many of the expected files were delivered. */
  @FunctionalInterface
  public interface DemoProgress {
    void arrived(int arrived, int expected);
  }

  /**
   * Makes a world in a folder and starts everything in it.
   *
   * @param directory where all folders go
   * @param programHome where the program's settings and routes lie
   */
  public static Demo start(Path directory, Path programHome, DemoMonthEnd monthEnd, Clock clock)
      throws Exception {
    DemoWorld world =
        new DemoWorld(
            directory.resolve("relay"),
            directory.resolve("corporation-a"),
            directory.resolve("corporation-b"),
            monthEnd.one(),
            monthEnd.other());
    DemoSftpServer server =
        DemoSftpServer.start(directory.resolve("sftp"), List.of(FIRST_USER, SECOND_USER));
    DemoWays ways = monthEnd.ways(server.access(FIRST_USER, SECOND_USER));
    DemoWorld.Passwords passwords = world.create(programHome, DemoWorld.Pace.FAST, ways, clock);
    DemoFax.makeFolders(List.of(world.first(), world.second()));
    Programs programs =
        new Programs(
            server,
            RelayServer.start(RelaySettings.load(world.relay()), world.relay(), clock),
            Hub.start(world.first(), programHome, new RealFiles(), clock),
            Hub.start(world.second(), programHome, new RealFiles(), clock));
    DemoSoftware software = new DemoSoftware(world, directory.resolve("software"));
    return new Demo(world, monthEnd, ways, passwords, programs, software);
  }

  /** Where the parcel stands that was made of a unit; empty before it was packed. */
  Optional<Parcel> parcelOf(GeneratedUnit unit) {
    Hub sender = world.one().offices().contains(unit.from()) ? programs.first() : programs.second();
    return sender.books().parcels().sentBy(unit.from().number(), MOST_PARCELS).stream()
        .filter(parcel -> parcel.addressee().equals(unit.to().number()))
        .filter(parcel -> parcel.serial().equals(unit.serial()))
        .findFirst();
  }

  /** Drops the whole month end and waits until everything is where it belongs, or time is up. */
  public DemoResult play(DemoProgress progress) throws IOException, InterruptedException {
    DemoDrops drops = new DemoDrops(world);
    monthEnd.slipDrops().forEach(drops::drop);
    await(progress, check::slipsArrived);
    monthEnd.resultDrops().forEach(drops::drop);
    await(progress, () -> drops.finish() && check.problems().isEmpty() && allAreClosed());
    List<String> problems = new ArrayList<>(check.problems());
    if (!allAreClosed()) {
      problems.add("台帳に、完了していない送信があります。");
    }
    return new DemoResult(
        counts(programs.first()).plus(counts(programs.second())),
        check.channels(),
        check.movements(),
        fax.rows(),
        List.copyOf(problems));
  }

  private void await(DemoProgress progress, BooleanSupplier done)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < until) {
      people.work();
      progress.arrived(check.arrived(), check.expected());
      Thread.sleep(STEP.toMillis());
    }
    progress.arrived(check.arrived(), check.expected());
  }

  private boolean allAreClosed() {
    return Stream.of(programs.first(), programs.second())
        .allMatch(
            hub ->
                Set.of(Parcel.State.CLOSED)
                    .containsAll(hub.books().parcels().countByState().keySet()));
  }

  private static DemoResult.Counts counts(Hub hub) {
    Arrivals.Count arrivals = hub.books().arrivals().count();
    return new DemoResult.Counts(
        arrivals.arrivals(),
        hub.books().parcels().countByState().values().stream().mapToLong(Long::longValue).sum(),
        hub.books().receptions().deliveredCount(),
        hub.books().units().refusedCount(),
        arrivals.repeats());
  }

  public DemoWorld world() {
    return world;
  }

  /** The passwords of the two hubs' administrators. */
  public DemoWorld.Passwords passwords() {
    return passwords;
  }

  /** Where the administrators' pages of the two hubs are. */
  public List<URI> adminAddresses() {
    return List.of(programs.first().adminAddress(), programs.second().adminAddress());
  }

  @Override
  public void close() {
    programs.first().close();
    programs.second().close();
    programs.relay().close();
    programs.server().close();
  }
}
