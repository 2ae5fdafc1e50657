package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.security.OfficeKey;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import careplanhub.store.RealFiles;
import careplanhub.store.Vault;
import careplanhub.store.VaultKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ledger of its own in a folder, with a clock that a test moves. */
final class LedgerFixture implements AutoCloseable {
  static final OfficeNumber OFFICE = new OfficeNumber("9910000029");
  static final OfficeNumber PARTNER = new OfficeNumber("9920000019");
  static final OfficeNumber OTHER_PARTNER = new OfficeNumber("9920000027");

  private final Database database;
  private final Vault vault;
  private final MovableClock clock;
  private final Evidence evidence;

  private LedgerFixture(Database database, Vault vault, Evidence evidence, MovableClock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.clock = clock;
  }

  static LedgerFixture open(Path folder) throws IOException {
    Database database = Database.open(folder.resolve("ledger.sqlite"), "db/ledger");
    VaultKey key = VaultKey.create(folder.resolve("vault.p12"), "secret".toCharArray());
    MovableClock clock = new MovableClock();
    Evidence evidence =
        Evidence.open(database, OfficeKey.selfSigned("hub", clock), folder, new RealFiles(), clock);
    return new LedgerFixture(database, Vault.open(folder.resolve("vault"), key), evidence, clock);
  }

  ContentId keep(String content) throws IOException {
    return vault.put(content.getBytes(StandardCharsets.UTF_8));
  }

  Vault vault() {
    return vault;
  }

  Arrivals arrivals() {
    return new Arrivals(database, vault, evidence, clock);
  }

  Consents consents() {
    return new Consents(database, vault, evidence, arrivals(), clock);
  }

  OutgoingUnits units() {
    return new OutgoingUnits(database, vault, evidence, clock);
  }

  Questions questions() {
    return new Questions(database, vault, evidence, clock);
  }

  Parcels parcels() {
    return new Parcels(database, evidence, questions(), new Enclosures(database, vault), clock);
  }

  ParcelLights lights() {
    return new ParcelLights(database, evidence);
  }

  WaitingParcels waitingParcels() {
    return new WaitingParcels(database, evidence, questions(), clock);
  }

  ConfirmedPartners confirmedPartners() {
    return new ConfirmedPartners(database, vault, clock);
  }

  /** Every text of the evidence and of the questions' answers, as it stands in the database. */
  String inTheClear() {
    return database.read(
        handle ->
            String.join(
                "\n",
                handle
                    .createQuery(
                        "SELECT actor || ' ' || action || ' ' || subject || ' ' || details FROM"
                            + " evidence_entry UNION ALL SELECT COALESCE(answer, '') FROM"
                            + " question_line UNION ALL SELECT by_sealed FROM confirmed_partner")
                    .mapTo(String.class)
                    .list()));
  }

  Receptions receptions() {
    return new Receptions(database, vault, evidence, clock);
  }

  LearntSupportOffices supportOffices() {
    return new LearntSupportOffices(database, vault, clock);
  }

  ConfirmedUsers confirmedUsers() {
    return new ConfirmedUsers(database, vault, clock);
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  Instant now() {
    return clock.instant();
  }

  /** A unit of one file that arrived. */
  OutgoingUnit unit(String name) throws IOException {
    arrivals()
        .take(new Arrivals.Found(OFFICE, name, keep(name), name.length(), null, Duration.ZERO));
    List<OutgoingUnit> open = units().open(OFFICE);
    return open.get(open.size() - 1);
  }

  /** A parcel of one file, packed from a unit of its own. */
  Parcel packed(OfficeNumber addressee, String serial) throws IOException {
    return packed(addressee, serial, "relay");
  }

  /** The same for another channel. */
  Parcel packed(OfficeNumber addressee, String serial, ChannelName channel) throws IOException {
    return packed(addressee, serial, channel.word());
  }

  /** The same; an empty channel is none. */
  Parcel packed(OfficeNumber addressee, String serial, String channel) throws IOException {
    OutgoingUnit unit = unit(serial + addressee);
    Parcel parcel =
        new Parcel(
            UUID.randomUUID().toString(),
            unit.id(),
            OFFICE,
            addressee,
            new Serial(serial),
            channel,
            Parcel.State.READY,
            clock.instant(),
            0,
            List.of(new Parcel.ParcelEntry(nameOf(addressee, serial), keep("x"), "202407")),
            null,
            null,
            null);
    parcels().pack(unit, List.of(parcel), Map.of());
    pass(Duration.ofSeconds(1));
    return parcel;
  }

  private static String nameOf(OfficeNumber addressee, String serial) {
    return "UPJSK_202604_" + OFFICE + "_11_" + addressee + "_43_" + serial + ".CSV";
  }

  @Override
  public void close() {
    database.close();
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
