package careplanhub.lab;

import careplanhub.hub.Hub;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Parcel;
import careplanhub.office.ChannelName;
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

/** The demo: a relay, two hubs and a month end of invented data. Whoever starts it closes it. */
public final class Demo implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
  private static final int MOST_PARCELS = 10_000;
  private static final Duration STEP = Duration.ofMillis(100);

  private final DemoWorld world;
  private final DemoMonthEnd monthEnd;
  private final DemoWorld.Passwords passwords;
  private final RelayServer relay;
  private final Hub first;
  private final Hub second;

  private Demo(
      DemoWorld world,
      DemoMonthEnd monthEnd,
      DemoWorld.Passwords passwords,
      RelayServer relay,
      Hub first,
      Hub second) {
    this.world = world;
    this.monthEnd = monthEnd;
    this.passwords = passwords;
    this.relay = relay;
    this.first = first;
    this.second = second;
  }

  /** Told how many of the expected files stand in inboxes. */
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
    DemoWorld.Passwords passwords = world.create(programHome, DemoWorld.Pace.FAST, clock);
    RelayServer relay = RelayServer.start(RelaySettings.load(world.relay()), world.relay(), clock);
    Hub first = Hub.start(world.first(), programHome, new RealFiles(), clock);
    Hub second = Hub.start(world.second(), programHome, new RealFiles(), clock);
    return new Demo(world, monthEnd, passwords, relay, first, second);
  }

  /** Where the parcel stands that was made of a unit; empty before it was packed. */
  Optional<Parcel> parcelOf(GeneratedUnit unit) {
    Hub sender = world.one().offices().contains(unit.from()) ? first : second;
    return sender.books().parcels().sentBy(unit.from().number(), MOST_PARCELS).stream()
        .filter(parcel -> parcel.addressee().equals(unit.to().number()))
        .filter(parcel -> parcel.serial().equals(unit.serial()))
        .findFirst();
  }

  /** Drops the whole month end and waits until everything is where it belongs, or time is up. */
  public DemoResult play(DemoProgress progress) throws IOException, InterruptedException {
    DemoCheck check = new DemoCheck(world, monthEnd);
    DemoDrops drops = new DemoDrops(world);
    monthEnd.slipDrops().forEach(drops::drop);
    await(progress, check, check::slipsArrived);
    monthEnd.resultDrops().forEach(drops::drop);
    await(progress, check, () -> drops.finish() && check.problems().isEmpty() && allLightsAreOn());
    List<String> problems = new ArrayList<>(check.problems());
    if (!allLightsAreOn()) {
      problems.add("取込済みと証明されていない送信があります。");
    }
    return new DemoResult(
        counts(first).plus(counts(second)), check.movements(), List.copyOf(problems));
  }

  private static void await(DemoProgress progress, DemoCheck check, BooleanSupplier done)
      throws InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < until) {
      progress.arrived(check.arrived(), check.expected());
      Thread.sleep(STEP.toMillis());
    }
    progress.arrived(check.arrived(), check.expected());
  }

  /** Nobody takes files out of the inboxes here, so what went directly has its first light only. */
  private boolean allLightsAreOn() {
    return Stream.of(first, second).allMatch(Demo::allLightsAreOn);
  }

  private static boolean allLightsAreOn(Hub hub) {
    return Set.of(Parcel.State.CLOSED, Parcel.State.HANDED_OVER)
            .containsAll(hub.books().parcels().countByState().keySet())
        && hub.books().lights().open().stream()
            .allMatch(open -> open.channel() == ChannelName.DIRECT);
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
    return List.of(first.adminAddress(), second.adminAddress());
  }

  @Override
  public void close() {
    first.close();
    second.close();
    relay.close();
  }
}
