package careplanhub.ledger;

import careplanhub.ledger.EvidenceTables.Head;
import careplanhub.ledger.EvidenceTables.Seal;
import careplanhub.security.OfficeKey;
import careplanhub.store.Checkpoints;
import careplanhub.store.Database;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import careplanhub.store.StoreException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's evidence: a chain of entries in the ledger, each holding the hash of the one before,
 * sealed by the hub's key. The forms stand in {@code docs/evidence.md}; {@link EvidenceVerifier}
 * proves them.
 *
 * <p>Someone has to call {@link #keep} every few seconds and {@link #close} at the end: entries
 * taken from the end of the chain are only missed as far as the signed head file goes. Safe for use
 * from several threads, and several processes may add to one ledger.
 */
public final class Evidence implements AutoCloseable {
  /** The head file's name, beside the ledger in the {@code data} folder. */
  public static final String HEAD_FILE = "evidence.head";

  static final String SEALED = "evidence-sealed";
  static final String ANCHORED = "head-received";
  static final String HEAD_MISSED = "evidence-head-missed";

  /** A channel has a parcel of this hub that the ledger lacks. */
  static final String PARCEL_UNKNOWN = "parcel-unknown";

  static final String PARCEL_NOT_TAKEN = "parcel-not-taken";

  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private static final Duration BELIEVED = Duration.ofSeconds(5);
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final OfficeKey hub;
  private final Path headFile;
  private final DurableFiles files;
  private final Clock clock;
  private final List<X509Certificate> hubs;
  private SignedHead kept = new SignedHead(0, RecordedEvidence.NO_HASH, "");
  private boolean keptOnDisk;
  private volatile boolean failed;
  private volatile Instant lastProof = Instant.MIN;

  private Evidence(
      Database database,
      OfficeKey hub,
      List<X509Certificate> hubs,
      Path headFile,
      FileLayer layer,
      Clock clock) {
    this.database = database;
    this.hub = hub;
    this.hubs = List.copyOf(hubs);
    this.headFile = headFile;
    this.files = new DurableFiles(layer);
    this.clock = clock;
  }

  /** Opens the evidence of a hub that has had no key but this one. */
  public static Evidence open(
      Database database, OfficeKey hub, Path dataFolder, FileLayer layer, Clock clock)
      throws IOException {
    return open(database, hub, hub.chain(), dataFolder, layer, clock);
  }

  /**
   * Opens the evidence of a ledger and brings the head file up to date. When the old head file does
   * not agree with the chain, because one of them was changed while the hub stood still, an entry
   * says so for ever: the new head file must not cover it up.
   *
   * @param database the ledger, which the caller closes
   * @param hub the key that seals ({@code keys/hub.p12})
   * @param hubs the certificates of all keys the hub has had ({@code keys/hub.crt})
   * @param dataFolder where the head file lies
   * @param clock its zone says where a day ends
   */
  public static Evidence open(
      Database database,
      OfficeKey hub,
      List<X509Certificate> hubs,
      Path dataFolder,
      FileLayer layer,
      Clock clock)
      throws IOException {
    Evidence evidence =
        new Evidence(database, hub, hubs, dataFolder.resolve(HEAD_FILE), layer, clock);
    evidence.resume();
    return evidence;
  }

  /**
   * Adds an entry inside the caller's transaction: it is there exactly when the caller's own rows
   * are.
   *
   * @return the entry as it will stand in the chain when the transaction commits
   */
  public RecordedEvidence record(Handle handle, EvidenceEntry entry) {
    try {
      Head head = headOf(handle);
      RecordedEvidence recorded =
          new RecordedEvidence(
                  head.seq() + 1,
                  now(),
                  entry.actor(),
                  entry.action(),
                  entry.subject(),
                  json(entry),
                  head.hash(),
                  "")
              .withHash();
      EvidenceTables.append(handle, recorded);
      return recorded;
    } catch (JdbiException | IllegalStateException e) {
      failed = true;
      throw e;
    }
  }

  /**
   * Notes the head of another's chain that came with a receipt, unless it was the last one noted of
   * this source: so the other side cannot change what it had by then.
   *
   * @param source whose chain: {@code relay:<name>} or an office number
   */
  public void recordAnchor(Handle handle, String source, String head) {
    Optional<RecordedEvidence> last = EvidenceTables.lastOf(handle, ANCHORED, source);
    EvidenceEntry entry = EvidenceEntry.of("hub", ANCHORED, source, "head", head);
    if (last.isEmpty() || !last.get().details().equals(json(entry))) {
      record(handle, entry);
    }
  }

  /**
   * Where changes to keys are noted.
   *
   * @param actor who makes them: {@code hub} or {@code person:<id>}
   */
  public KeyChanges keyChanges(String actor) {
    return new KeyChanges(database, this, actor);
  }

  /** The hash of the last entry: what goes out with parcels and receipts. */
  public String head() {
    return database.read(Evidence::headOf).hash();
  }

  /** The number of entries. */
  public long count() {
    return database.read(Evidence::headOf).seq();
  }

  /**
   * Whether evidence can be written now. When not, the hub must take no files. Asks the disk by a
   * real write, at most every five seconds while all is well. Never throws.
   */
  public boolean writable() {
    Instant now = clock.instant();
    if (!failed && now.isBefore(lastProof.plus(BELIEVED)) && !now.isBefore(lastProof)) {
      return true;
    }
    try {
      failed = !database.<Boolean>write(EvidenceTables::touchHead);
      writeHead();
      lastProof = now;
    } catch (StoreException | IllegalStateException | IOException e) {
      if (!failed) {
        LOG.error("Evidence cannot be written, {}", e.getClass().getSimpleName());
      }
      failed = true;
    }
    return !failed;
  }

  /**
   * Seals the entries of finished days and brings the head file up to date. To be called every few
   * seconds; does nothing when there is nothing new.
   */
  public void keep() throws IOException {
    LocalDate today = LocalDate.now(clock);
    if (firstUnsealedDay().filter(day -> day.isBefore(today)).isPresent()) {
      seal();
    }
    writeHead();
  }

  /** Seals everything up to now, whatever the day. */
  public void seal() throws IOException {
    database.update(
        handle -> {
          Head head = headOf(handle);
          long number = EvidenceTables.lastSeal(handle).map(Seal::number).orElse(0L) + 1;
          String at = now();
          String statement = new SignedHead(head.seq(), head.hash(), at).signedBy(hub);
          EvidenceTables.addSeal(handle, new Seal(number, head.seq(), head.hash(), at, statement));
          record(
              handle,
              EvidenceEntry.of("hub", SEALED, sealSubject(number), "statement", sha256(statement)));
        });
    Checkpoints.reached("evidence-sealed");
    writeHead();
  }

  /** Brings the head file up to date. */
  @Override
  public void close() throws IOException {
    writeHead();
  }

  static String sealSubject(long number) {
    return "seal-" + number;
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java lacks SHA-256", e);
    }
  }

  private Optional<LocalDate> firstUnsealedDay() {
    return database.read(
        handle -> {
          long sealed = EvidenceTables.lastSeal(handle).map(Seal::seq).orElse(0L);
          long sealEntry = sealed == 0 ? 0 : 1;
          return EvidenceTables.entry(handle, sealed + sealEntry + 1)
              .map(entry -> LocalDate.ofInstant(Instant.parse(entry.at()), clock.getZone()));
        });
  }

  private void resume() throws IOException {
    boolean there = Files.exists(headFile);
    Optional<SignedHead> signed =
        there
            ? SignedHead.verify(Files.readString(headFile, StandardCharsets.ISO_8859_1), hubs)
            : Optional.empty();
    if (signed.isPresent()) {
      kept = signed.get();
      keptOnDisk = true;
    } else if (there || count() > 0) {
      noteMissed();
    }
    writeHead();
  }

  private synchronized void writeHead() throws IOException {
    if (!database.<Boolean>read(this::holdsWhatWasKept)) {
      noteMissed();
    }
    Head head = database.read(Evidence::headOf);
    if (keptOnDisk && head.hash().equals(kept.hash())) {
      return;
    }
    SignedHead next = new SignedHead(head.seq(), head.hash(), now());
    files.replaceWhole(headFile, next.signedBy(hub).getBytes(StandardCharsets.US_ASCII));
    kept = next;
    keptOnDisk = true;
    Checkpoints.reached("evidence-head-kept");
  }

  private boolean holdsWhatWasKept(Handle handle) {
    return kept.seq() == 0
        || EvidenceTables.entry(handle, kept.seq())
            .filter(entry -> entry.hash().equals(kept.hash()))
            .isPresent();
  }

  private void noteMissed() {
    LOG.error("The evidence does not agree with its head file: run verify and ask for help");
    EvidenceEntry missed =
        EvidenceEntry.of(
            "hub", HEAD_MISSED, HEAD_FILE, "seq", Long.toString(kept.seq()), "hash", kept.hash());
    database.update(handle -> record(handle, missed));
    keptOnDisk = false;
    kept = new SignedHead(0, RecordedEvidence.NO_HASH, "");
  }

  private static Head headOf(Handle handle) {
    return EvidenceTables.head(handle)
        .orElseThrow(() -> new IllegalStateException("The ledger has lost its evidence_head row"));
  }

  private String now() {
    return MILLISECONDS.format(clock.instant());
  }

  private static String json(EvidenceEntry entry) {
    try {
      return JSON.writeValueAsString(entry.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Jackson cannot write strings", e);
    }
  }
}
