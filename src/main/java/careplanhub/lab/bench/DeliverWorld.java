package careplanhub.lab.bench;

import careplanhub.hub.Books;
import careplanhub.hub.Hub;
import careplanhub.hub.HubFolder;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.bench.DeliverFiles.DeliverFile;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.Parcel;
import careplanhub.office.ChannelName;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two corporations of invented offices, a relay between them, and the hub of the one that sends,
 * with the settings that a hub has by default. Whoever starts it closes it.
 */
final class DeliverWorld implements AutoCloseable {
  private final SyntheticCorporation senders;
  private final SyntheticCorporation receivers;
  private final CountedFiles layer;
  private final RelayServer relay;
  private final Hub hub;
  private final OutgoingUnit unit;
  private final Clock clock;

  private DeliverWorld(
      SyntheticCorporation senders,
      SyntheticCorporation receivers,
      CountedFiles layer,
      RelayServer relay,
      Hub hub,
      OutgoingUnit unit,
      Clock clock) {
    this.senders = senders;
    this.receivers = receivers;
    this.layer = layer;
    this.relay = relay;
    this.hub = hub;
    this.unit = unit;
    this.clock = clock;
  }

  /**
   * Makes the world in a folder and starts relay and hub.
   *
   * @param offices how many each corporation has
   */
  static DeliverWorld start(Path folder, Path programHome, int offices, Clock clock)
      throws Exception {
    SyntheticCorporation senders = IsolationWorld.corporation("架空訪問介護グループ", "994", "11", offices);
    SyntheticCorporation receivers = IsolationWorld.corporation("架空居宅支援グループ", "995", "43", offices);
    DemoWorld folders =
        new DemoWorld(
            folder.resolve("relay"),
            folder.resolve("senders"),
            folder.resolve("receivers"),
            senders,
            receivers);
    folders.create(programHome, DemoWorld.Pace.OFFICE, clock);
    RelayServer relay =
        RelayServer.start(RelaySettings.load(folders.relay()), folders.relay(), clock);
    useDefaults(folders.first(), relay.port());
    OutgoingUnit unit = unitOf(folders.first(), senders.offices().get(0).number(), clock);
    CountedFiles layer = new CountedFiles(new RealFiles());
    Hub hub = Hub.start(folders.first(), programHome, layer, clock);
    return new DeliverWorld(senders, receivers, layer, relay, hub, unit, clock);
  }

  private static void useDefaults(Path hub, int relayPort) throws IOException {
    Files.writeString(
        new HubFolder(hub).settings(),
        "relay:\n  baseUrl: "
            + URI.create("https://localhost:" + relayPort + "/v1")
            + "\nadmin:\n  port: 0\n");
  }

  /** The unit that all parcels are said to be made of. */
  private static OutgoingUnit unitOf(Path hub, OfficeNumber office, Clock clock)
      throws IOException {
    try (Books books = Books.open(new HubFolder(hub), clock)) {
      byte[] export = {'0'};
      books
          .arrivals()
          .take(
              new Arrivals.Found(
                  office, "export", books.vault().put(export), export.length, null, Duration.ZERO));
      OutgoingUnit unit = books.units().open(office).get(0);
      books.parcels().pack(unit, List.of(), Map.of());
      return unit;
    }
  }

  /** Files to send. */
  DeliverFiles files(int rows) {
    return new DeliverFiles(rows, senders.offices(), receivers.offices());
  }

  /** Keeps the files and says which parcels are to be made of them. */
  List<Parcel> parcels(List<DeliverFile> files) throws IOException {
    List<Parcel> parcels = new ArrayList<>();
    for (DeliverFile file : files) {
      parcels.add(
          new Parcel(
              UUID.randomUUID().toString(),
              unit.id(),
              file.name().from(),
              file.name().to(),
              file.name().serial(),
              ChannelName.RELAY.word(),
              Parcel.State.READY,
              clock.instant(),
              0,
              List.of(
                  new Parcel.ParcelEntry(
                      file.name().format(), hub.books().vault().put(file.content()), "202407")),
              null,
              null,
              null));
    }
    return parcels;
  }

  /** Puts the parcels into the ledger: from here on the hub may send them. */
  void pack(List<Parcel> parcels) {
    hub.books().parcels().pack(unit, parcels, Map.of());
  }

  /** How many parcels the relay has taken, as the ledger says. */
  long handedOver() {
    return hub.books().parcels().countByState().getOrDefault(Parcel.State.HANDED_OVER, 0L);
  }

  /** How often something was synced since the beginning. */
  DeliverFigures.Syncs syncs() {
    return new DeliverFigures.Syncs(layer.syncs(), hub.books().commits(), relay.commits());
  }

  @Override
  public void close() {
    hub.close();
    relay.close();
  }
}
