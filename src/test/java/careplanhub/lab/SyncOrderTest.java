package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.hub.Hub;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.store.Checkpoints;
import careplanhub.store.Database;
import careplanhub.store.RealFiles;
import careplanhub.store.RecordingFileLayer;
import careplanhub.store.RecordingFileLayer.Event;
import careplanhub.store.RecordingFileLayer.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One file goes from an office through the relay to an office of another hub. At every checkpoint
 * the ledgers are read as another process would read them, so only what is committed is seen, and
 * the file layer of both hubs has written down what is synced by then.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyncOrderTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Tokyo"));

  private final RecordingFileLayer layer = new RecordingFileLayer(new RealFiles());
  private final Map<String, Moment> moments = new ConcurrentHashMap<>();
  private DemoMonthEnd.Drop drop;
  private Path inbox;
  private Path outbox;
  private DemoWorld world;

  /** What another process would have seen when a checkpoint was first reached. */
  private record Moment(
      String arrival,
      String parcel,
      String reception,
      boolean inOutbox,
      boolean inDone,
      boolean inInbox) {}

  @BeforeAll
  void sendOneFile(@TempDir Path directory) throws Exception {
    world =
        new DemoWorld(
            directory.resolve("relay"), directory.resolve("hub"), directory.resolve("partner"));
    world.create(Path.of("").toAbsolutePath(), DemoWorld.Pace.FAST, CLOCK);
    GeneratedUnit result =
        Generator.of(1)
            .month(
                2,
                Generator.FIRST_MONTH,
                SyntheticCorporation.second().supportOffices(),
                List.of(SyntheticCorporation.first().serviceOffices().get(1)))
            .results()
            .findFirst()
            .orElseThrow();
    drop = new DemoMonthEnd.Drop(result.from(), DemoMonthEnd.Manner.WHOLE, result.files());
    outbox = world.folderOf(result.from()).resolve("outbox");
    inbox = world.folderOf(result.to()).resolve("inbox");
    try (RelayServer relay =
            RelayServer.start(RelaySettings.load(world.relay()), world.relay(), CLOCK);
        Hub hub = Hub.start(world.first(), Path.of("").toAbsolutePath(), layer, CLOCK);
        Hub partner = Hub.start(world.second(), Path.of("").toAbsolutePath(), layer, CLOCK);
        Database sending = Database.openAsItIs(world.first().resolve("data/ledger.sqlite"));
        Database receiving = Database.openAsItIs(world.second().resolve("data/ledger.sqlite"))) {
      Checkpoints.observe(name -> observe(name, sending, receiving));
      try {
        dropAndAwaitTheEnd();
      } finally {
        Checkpoints.observe(null);
      }
      assertTrue(relay.port() > 0);
      assertTrue(hub.books().evidence().writable() && partner.books().evidence().writable());
    }
    assertTrue(moments.containsKey("acknowledge-noted"), "seen: " + moments.keySet());
  }

  private void dropAndAwaitTheEnd() {
    new DemoDrops(world).drop(drop);
    long until = System.nanoTime() + LIMIT.toNanos();
    while (!moments.containsKey("acknowledge-noted") && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void observe(String name, Database sending, Database receiving) {
    moments.computeIfAbsent(
        name,
        first -> {
          layer.note(name);
          return new Moment(
              state(
                  sending,
                  "SELECT CASE WHEN moved_at IS NULL THEN 'TAKEN' ELSE 'MOVED' END FROM arrival"),
              state(sending, "SELECT state FROM parcel"),
              state(receiving, "SELECT state FROM reception"),
              Files.exists(outbox.resolve(fileName())),
              Files.exists(outbox.resolveSibling("done").resolve(fileName())),
              Files.exists(inbox.resolve(fileName())));
        });
  }

  private static String state(Database ledger, String sql) {
    return ledger.read(
        handle -> handle.createQuery(sql).mapTo(String.class).findOne().orElse("NONE"));
  }

  private String fileName() {
    return drop.files().get(0).name();
  }

  @Test
  void theSourceIsMovedOnlyWhenVaultAndLedgerHaveIt() {
    int kept = first(0, Kind.PUBLISHED, path -> path.startsWith(vault()));
    Path object = layer.events().get(kept).path();
    assertTrue(first(0, Kind.SYNCED, path -> path.startsWith(vault())) < kept);
    int shelf = first(kept, Kind.DIRECTORY_SYNCED, object.getParent()::equals);
    assertTrue(shelf < noted("intake-vault-written"));

    assertEquals("NONE", at("intake-vault-written").arrival());
    assertTrue(at("intake-vault-written").inOutbox());

    Moment ledgerWritten = at("intake-ledger-written");
    assertEquals("TAKEN", ledgerWritten.arrival());
    assertTrue(ledgerWritten.inOutbox() && !ledgerWritten.inDone());

    Moment moved = at("intake-moved");
    assertEquals("TAKEN", moved.arrival());
    assertTrue(!moved.inOutbox() && moved.inDone());
  }

  @Test
  void nothingIsSentBeforeItsParcelIsInTheLedger() {
    assertEquals("NONE", at("pack-vault-written").parcel());
    assertEquals("READY", at("pack-ledger-written").parcel());
    assertEquals("READY", at("relay-parcel-accepted").parcel());
    assertEquals("READY", at("dispatch-answered").parcel());
    assertTrue(noted("pack-ledger-written") < noted("relay-parcel-accepted"));
    assertTrue(noted("relay-parcel-accepted") < noted("dispatch-answered"));
  }

  @Test
  void aStagedFileIsSyncedBeforeTheLedgerSaysSo() {
    int staged = first(0, Kind.SYNCED, path -> path.startsWith(inbox));
    int synced = first(staged, Kind.DIRECTORY_SYNCED, inbox::equals);
    assertTrue(synced < noted("deliver-staged"));
    assertEquals("ANNOUNCED", at("fetch-vault-written").reception());
    assertEquals("FETCHED", at("deliver-staged").reception());
  }

  @Test
  void aFileAppearsOnlyAfterTheLedgerSaysThatItIsStaged() {
    Moment stagedNoted = at("deliver-staged-noted");
    assertEquals("STAGED", stagedNoted.reception());
    assertTrue(!stagedNoted.inInbox());
    int renamed = first(0, Kind.RENAMED, path -> path.startsWith(inbox));
    assertTrue(noted("deliver-staged-noted") < renamed);
  }

  @Test
  void theInboxIsSyncedBeforeTheLedgerSaysDelivered() {
    assertEquals("STAGED", at("deliver-renamed").reception());
    assertTrue(at("deliver-renamed").inInbox());
    int renamed = first(0, Kind.RENAMED, path -> path.startsWith(inbox));
    int synced = first(renamed, Kind.DIRECTORY_SYNCED, inbox::equals);
    assertTrue(synced < noted("deliver-noted"));
  }

  @Test
  void theRelayIsToldOnlyAfterTheLedgerSaysDelivered() {
    assertEquals("DELIVERED", at("relay-parcel-acknowledged").reception());
    assertEquals("DELIVERED", at("acknowledge-told").reception());
    assertEquals("ACKNOWLEDGED", at("acknowledge-noted").reception());
  }

  private Path vault() {
    return world.first().resolve("data").resolve("vault");
  }

  private Moment at(String checkpoint) {
    return Objects.requireNonNull(moments.get(checkpoint), "not reached: " + checkpoint);
  }

  private int noted(String checkpoint) {
    return first(0, Kind.NOTED, Path.of(checkpoint)::equals);
  }

  /** The place of the first event of this kind from a place on. */
  private int first(int from, Kind kind, Predicate<Path> path) {
    List<Event> events = layer.events();
    for (int index = from; index < events.size(); index++) {
      if (events.get(index).kind() == kind && path.test(events.get(index).path())) {
        return index;
      }
    }
    throw new AssertionError("There is no such event: " + kind);
  }
}
