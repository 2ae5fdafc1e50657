package careplanhub.hub;

import careplanhub.lab.DemoWays;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticMonth;
import careplanhub.lab.SyntheticOffice;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Two hubs and a relay that really run, with their folders below one. */
final class HubWorld implements AutoCloseable {
  static final SyntheticOffice SUPPORT = SyntheticCorporation.first().offices().get(0);
  static final SyntheticOffice HOME_HELP = SyntheticCorporation.first().offices().get(1);
  static final SyntheticOffice DAY_CARE = SyntheticCorporation.first().offices().get(2);
  static final SyntheticOffice PARTNER_SUPPORT = SyntheticCorporation.second().offices().get(0);
  static final SyntheticMonth MONTH =
      Generator.of(7)
          .month(
              30,
              YearMonth.of(2026, 12),
              List.of(SUPPORT, PARTNER_SUPPORT),
              List.of(HOME_HELP, DAY_CARE));

  private static final Path PROGRAM = Path.of("").toAbsolutePath();
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Tokyo"));
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final DemoWorld world;
  private final String password;
  private final RelayServer relay;
  private Hub first;
  private final Hub second;

  /** Changes a hub's folder. */
  @FunctionalInterface
  interface Preparation {
    void prepare(Path hub) throws Exception;
  }

  private HubWorld(DemoWorld world, String password, RelayServer relay, Hub first, Hub second) {
    this.world = world;
    this.password = password;
    this.relay = relay;
    this.first = first;
    this.second = second;
  }

  static HubWorld start(Path folder) throws Exception {
    return start(folder, hub -> {});
  }

  /**
   * The same.
   *
   * @param change what else stands in the first hub's folder before it starts
   */
  static HubWorld start(Path folder, Preparation change) throws Exception {
    return start(folder, DemoWays.RELAY, change);
  }

  /**
   * The same.
   *
   * @param ways how the offices of the two hubs reach each other
   */
  static HubWorld start(Path folder, DemoWays ways, Preparation change) throws Exception {
    DemoWorld world =
        new DemoWorld(folder.resolve("relay"), folder.resolve("first"), folder.resolve("second"));
    String password = world.create(PROGRAM, DemoWorld.Pace.FAST, ways, CLOCK).first();
    change.prepare(world.first());
    return new HubWorld(
        world,
        password,
        RelayServer.start(RelaySettings.load(world.relay()), world.relay(), CLOCK),
        Hub.start(world.first(), PROGRAM, new RealFiles(), CLOCK),
        Hub.start(world.second(), PROGRAM, new RealFiles(), CLOCK));
  }

  /** Stops the first hub, changes its folder and starts it again. */
  void restartFirst(Preparation change) throws Exception {
    first.close();
    change.prepare(world.first());
    first = Hub.start(world.first(), PROGRAM, new RealFiles(), CLOCK);
  }

  /** From now on the relay does not answer. */
  void stopRelay() {
    relay.close();
  }

  Hub first() {
    return first;
  }

  Hub second() {
    return second;
  }

  /** A browser that is logged in to the first hub's Hawtio. */
  AdminClient administrator() throws Exception {
    AdminClient client = new AdminClient(first.adminAddress());
    client.login(DemoWorld.ADMINISTRATOR, password);
    return client;
  }

  Path folder(SyntheticOffice office, String name) {
    Path hub =
        SyntheticCorporation.first().offices().contains(office) ? world.first() : world.second();
    return hub.resolve("offices").resolve(office.number().value()).resolve(name);
  }

  void drop(SyntheticOffice office, String name, byte[] content) throws IOException {
    Files.write(folder(office, "outbox").resolve(name), content);
  }

  /** The visible files of an office's folder, in the order of their names. */
  List<Path> files(SyntheticOffice office, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder(office, name))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  /** Waits until a file of this name stands in a folder. */
  Path await(SyntheticOffice office, String folder, String name) throws Exception {
    Path file = folder(office, folder).resolve(name);
    await(folder + " of " + office.number() + " holds the file", () -> Files.exists(file));
    return file;
  }

  void await(String what, Callable<Boolean> condition) throws Exception {
    Eventually.holds(what, LIMIT, condition);
  }

  @Override
  public void close() {
    first.close();
    second.close();
    relay.close();
  }
}
