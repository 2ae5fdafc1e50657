package careplanhub.hub;

import careplanhub.ledger.AlarmDigests;
import careplanhub.ledger.Alarms;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.ConfirmedPartners;
import careplanhub.ledger.ConfirmedUsers;
import careplanhub.ledger.Consents;
import careplanhub.ledger.Enclosures;
import careplanhub.ledger.Evidence;
import careplanhub.ledger.FaxInbox;
import careplanhub.ledger.FaxJobs;
import careplanhub.ledger.FaxNumbers;
import careplanhub.ledger.KeptContents;
import careplanhub.ledger.KeyChanges;
import careplanhub.ledger.LearntSupportOffices;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.ledger.ParcelLights;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Postponements;
import careplanhub.ledger.Questions;
import careplanhub.ledger.Receptions;
import careplanhub.ledger.SatelliteOffices;
import careplanhub.ledger.Traffic;
import careplanhub.ledger.WaitingParcels;
import careplanhub.ledger.Withdrawals;
import careplanhub.security.Certificates;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.store.Database;
import careplanhub.store.FileLayer;
import careplanhub.store.RealFiles;
import careplanhub.store.Vault;
import careplanhub.store.VaultKey;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hub's books: its ledger with the evidence, and the vault. A running hub and a command beside it
 * may hold the same books at the same time. Safe for every thread.
 */
public final class Books implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Books.class);

  /** No file of the vault takes so long to write: what is older was left by a crash. */
  private static final Duration SURELY_LEFT = Duration.ofDays(1);

  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Arrivals arrivals;
  private final OutgoingUnits units;
  private final Questions questions;
  private final Enclosures enclosures;
  private final Parcels parcels;
  private final ParcelLights lights;
  private final WaitingParcels waitingParcels;
  private final Withdrawals withdrawals;
  private final Consents consents;
  private final ConfirmedPartners confirmedPartners;
  private final Receptions receptions;
  private final LearntSupportOffices supportOffices;
  private final ConfirmedUsers confirmedUsers;
  private final SatelliteOffices satelliteOffices;
  private final LedgerSerials serials;
  private final KeptContents keptContents;
  private final Postponements postponements;
  private final Alarms alarms;
  private final AlarmDigests alarmDigests;
  private final Traffic traffic;
  private final FaxJobs faxJobs;
  private final FaxNumbers faxNumbers;
  private final FaxInbox faxInbox;

  /** Opens the books of a hub's folder with its keys, on the machine's own files. */
  public static Books open(HubFolder folder, Clock clock) throws IOException {
    return open(folder, new RealFiles(), clock);
  }

  /**
   * Opens the books of a hub's folder with its keys.
   *
   * @param layer what writes the vault and the evidence's head file
   */
  static Books open(HubFolder folder, FileLayer layer, Clock clock) throws IOException {
    KeyFolder keys = new KeyFolder(folder.keys());
    char[] password = keys.password(System.getenv());
    Database database = Database.open(folder.ledger(), "db/ledger");
    try {
      Vault vault = Vault.open(folder.vault(), VaultKey.load(keys.vault(), password), layer);
      vault.removeUnfinished(clock.instant().minus(SURELY_LEFT));
      Evidence evidence =
          Evidence.open(
              database,
              OfficeKey.load(keys.hub(), password),
              Certificates.read(keys.certificateBeside(keys.hub())),
              folder.data(),
              layer,
              clock);
      return new Books(database, vault, evidence, clock);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private Books(Database database, Vault vault, Evidence evidence, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.arrivals = new Arrivals(database, vault, evidence, clock);
    this.units = new OutgoingUnits(database, vault, evidence, clock);
    this.questions = new Questions(database, vault, evidence, clock);
    this.enclosures = new Enclosures(database, vault);
    this.parcels = new Parcels(database, evidence, questions, enclosures, clock);
    this.lights = new ParcelLights(database, evidence);
    this.waitingParcels = new WaitingParcels(database, evidence, questions, clock);
    this.withdrawals = new Withdrawals(database, evidence, clock);
    this.consents = new Consents(database, vault, evidence, arrivals, clock);
    this.confirmedPartners = new ConfirmedPartners(database, vault, clock);
    this.receptions = new Receptions(database, vault, evidence, clock);
    this.supportOffices = new LearntSupportOffices(database, vault, clock);
    this.confirmedUsers = new ConfirmedUsers(database, vault, clock);
    this.satelliteOffices = new SatelliteOffices(database);
    this.serials = new LedgerSerials(database, clock);
    this.keptContents = new KeptContents(database, evidence, clock);
    this.postponements = new Postponements(database);
    this.alarms = new Alarms(database, clock);
    this.alarmDigests = new AlarmDigests(database, clock);
    this.traffic = new Traffic(database);
    this.faxJobs = new FaxJobs(database, evidence, questions, clock);
    this.faxInbox = new FaxInbox(database, evidence, questions, clock);
    this.faxNumbers = new FaxNumbers(database, vault, evidence, questions, clock);
  }

  /** How many transactions of the ledger were committed, each synced. */
  public long commits() {
    return database.commits();
  }

  public Vault vault() {
    return vault;
  }

  public Evidence evidence() {
    return evidence;
  }

  public Arrivals arrivals() {
    return arrivals;
  }

  public OutgoingUnits units() {
    return units;
  }

  public Questions questions() {
    return questions;
  }

  public Parcels parcels() {
    return parcels;
  }

  public Enclosures enclosures() {
    return enclosures;
  }

  public ParcelLights lights() {
    return lights;
  }

  public WaitingParcels waitingParcels() {
    return waitingParcels;
  }

  public Withdrawals withdrawals() {
    return withdrawals;
  }

  public Consents consents() {
    return consents;
  }

  public ConfirmedPartners confirmedPartners() {
    return confirmedPartners;
  }

  public Receptions receptions() {
    return receptions;
  }

  public LearntSupportOffices supportOffices() {
    return supportOffices;
  }

  public ConfirmedUsers confirmedUsers() {
    return confirmedUsers;
  }

  public SatelliteOffices satelliteOffices() {
    return satelliteOffices;
  }

  public KeptContents keptContents() {
    return keptContents;
  }

  public Postponements postponements() {
    return postponements;
  }

  public Alarms alarms() {
    return alarms;
  }

  public AlarmDigests alarmDigests() {
    return alarmDigests;
  }

  public Traffic traffic() {
    return traffic;
  }

  public FaxJobs faxJobs() {
    return faxJobs;
  }

  public FaxInbox faxInbox() {
    return faxInbox;
  }

  public FaxNumbers faxNumbers() {
    return faxNumbers;
  }

  /**
   * Where changes to keys are noted.
   *
   * @param actor who makes them: {@code hub} or {@code person:<id>}
   */
  public KeyChanges keyChanges(String actor) {
    return evidence.keyChanges(actor);
  }

  public LedgerSerials serials() {
    return serials;
  }

  @Override
  public void close() {
    try {
      evidence.close();
    } catch (IOException e) {
      LOG.warn("The evidence's head file is not up to date", e);
    }
    database.close();
  }
}
