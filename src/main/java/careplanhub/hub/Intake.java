package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.office.HubSettings;
import careplanhub.office.Satellite;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UnitKey;
import careplanhub.store.Checkpoints;
import careplanhub.store.ContentId;
import careplanhub.store.StoreException;
import careplanhub.store.Vault;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files from outboxes: first the vault, then the ledger, and only then Camel moves the file.
 * When one of them fails the file stays where it is and is found again. Safe for every thread.
 */
public final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  static final String TARGET = "hubTarget";

  private final OfficeFolders folder;
  private final HubSettings settings;
  private final SatelliteSets satellites;
  private final Vault vault;
  private final Arrivals arrivals;
  private final IntakeGate gate;
  private final OutboxFilter filter;
  private final Quarantine quarantine;
  private final Changes changes;

  Intake(
      OfficeFolders folder,
      HubSettings settings,
      SatelliteSets satellites,
      Vault vault,
      Arrivals arrivals,
      IntakeGate gate,
      OutboxFilter filter,
      Quarantine quarantine,
      Changes changes) {
    this.folder = folder;
    this.settings = settings;
    this.satellites = satellites;
    this.vault = vault;
    this.arrivals = arrivals;
    this.gate = gate;
    this.filter = filter;
    this.quarantine = quarantine;
    this.changes = changes;
  }

  /**
   * Puts the file into the vault and the ledger and says where Camel is to move it.
   *
   * @return the office, as a hint for the next stage
   */
  public String take(File body, Exchange exchange) throws IOException {
    Path file = body.toPath();
    return take(
        exchange, file, (office, content) -> found(office, satelliteOf(exchange), file, content));
  }

  /**
   * The same of a file that staff put into the attachments' folder.
   *
   * @return the office, as a hint for the next stage
   */
  public String takeAttachment(File body, Exchange exchange) throws IOException {
    Path file = body.toPath();
    return take(exchange, file, (office, content) -> attached(office, file, content));
  }

  /** What the ledger is to note of a file. */
  @FunctionalInterface
  private interface Finding {
    Arrivals.Found of(OfficeNumber office, ContentId content) throws IOException;
  }

  private String take(Exchange exchange, Path file, Finding finding) throws IOException {
    OfficeNumber office = officeOf(exchange);
    if (!gate.isOpen()) {
      throw new IOException("nothing is taken now");
    }
    if (Files.size(file) > settings.intake().maximumFileSize().bytes()) {
      exchange.setProperty(TARGET, quarantine.tooLarge(office, file).toAbsolutePath().toString());
      return office.value();
    }
    Kept kept;
    try {
      kept = keep(office, file, finding);
    } catch (IOException | StoreException e) {
      filter.forget(file);
      gate.failed(e);
      throw e;
    }
    Arrivals.Taken taken = kept.taken();
    LOG.info("office {}: arrival {} {}", office, taken.id(), taken.outcome());
    Path target = target(office, file, kept);
    exchange.setProperty(TARGET, target.toAbsolutePath().toString());
    exchange.getExchangeExtension().addOnCompletion(new Moved(office, file, taken.id()));
    changes.touch(office);
    return office.value();
  }

  /** The move may have failed before, and the file may have been refused since. */
  private Path target(OfficeNumber office, Path file, Kept kept) throws IOException {
    Optional<Path> refused =
        kept.taken().outcome() == Arrivals.Outcome.NOTED_BEFORE
            ? quarantine.placed(office, kept.name(), file)
            : Optional.empty();
    return refused.orElse(free(folder.done(office), kept.name()));
  }

  /** A file that stands in the ledger under this name. */
  private record Kept(String name, Arrivals.Taken taken) {}

  private Kept keep(OfficeNumber office, Path file, Finding finding) throws IOException {
    ContentId content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = vault.put(bytes);
    }
    Checkpoints.reached("intake-vault-written");
    Arrivals.Found found = finding.of(office, content);
    Arrivals.Taken taken = arrivals.take(found);
    Checkpoints.reached("intake-ledger-written");
    return new Kept(found.name(), taken);
  }

  /**
   * After a start: what left an outbox before the last stop, and was not noted to have, is noted
   * now.
   */
  void noteWhatWasMoved(OfficeNumber office) {
    for (Arrival arrival : arrivals.notYetMoved(office)) {
      if (hasLeft(office, folder.outbox(office, arrival.satellite()).resolve(arrival.name()))) {
        arrivals.moved(arrival.id());
      }
    }
  }

  /** The satellite whose outbox a route watches; empty for the office's own. */
  private static String satelliteOf(Exchange exchange) {
    String[] parts = exchange.getFromRouteId().split("-", -1);
    return parts.length > 2 ? parts[1] : Satellite.NONE;
  }

  /** A file is not to be seen in a folder that is gone either, and that says nothing of it. */
  private boolean hasLeft(OfficeNumber office, Path file) {
    return !Files.exists(file)
        && folder.isThere(office)
        && Files.isDirectory(folder.outbox(office))
        && (Files.isDirectory(file.resolveSibling("")) || isAttached(office, file))
        && !Files.exists(file);
  }

  /** Staff may take the emptied folder of attachments away. */
  private boolean isAttached(OfficeNumber office, Path file) {
    return file.toAbsolutePath().startsWith(folder.attachments(office).toAbsolutePath());
  }

  static OfficeNumber officeOf(Exchange exchange) {
    String office = exchange.getFromRouteId();
    return new OfficeNumber(office.substring(office.lastIndexOf('-') + 1));
  }

  private Arrivals.Found found(OfficeNumber office, String satellite, Path file, ContentId content)
      throws IOException {
    String name = file.getFileName().toString();
    Optional<String> set = satellites.setOf(office, name);
    Optional<UnitKey> unit = unitOf(name);
    Duration settleTime = unit.isPresent() ? settings.intake().unitSettleTime() : Duration.ZERO;
    return new Arrivals.Found(
        office,
        name,
        content,
        Files.size(file),
        set.or(() -> unit.map(UnitKey::toString)).orElse(null),
        set.isPresent() ? settings.intake().satelliteSettleTime() : settleTime,
        satellite);
  }

  private Arrivals.Found attached(OfficeNumber office, Path file, ContentId content)
      throws IOException {
    String name = Attachment.nameOf(folder.outbox(office).toAbsolutePath(), file.toAbsolutePath());
    String key = Attachment.unitKey(vault, name);
    return new Arrivals.Found(
        office,
        name,
        content,
        Files.size(file),
        key,
        OutgoingUnit.isAddressed(key) ? settings.attachments().aloneAfter() : Duration.ZERO,
        Satellite.NONE);
  }

  private static Optional<UnitKey> unitOf(String name) {
    try {
      return Optional.of(FileName.parse(name).unit());
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }

  /** A path in the folder that no file has, with " (2)" and so on before the ending. */
  static Path free(Path directory, String name) {
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    Path path = directory.resolve(name);
    for (int copy = 2; Files.exists(path); copy++) {
      path = directory.resolve(name.substring(0, dot) + " (" + copy + ")" + name.substring(dot));
    }
    return path;
  }

  /** Runs after Camel has moved the file. */
  private final class Moved extends SynchronizationAdapter {
    private final OfficeNumber office;
    private final Path file;
    private final String arrival;

    Moved(OfficeNumber office, Path file, String arrival) {
      this.office = office;
      this.file = file;
      this.arrival = arrival;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST;
    }

    @Override
    public void onDone(Exchange exchange) {
      filter.forget(file);
      if (!hasLeft(office, file)) {
        LOG.warn("事業所 {} の受け取ったファイルを done フォルダーへ移せません。空きと権限を確かめてください。戻れば自動で移します。", office);
        return;
      }
      Checkpoints.reached("intake-moved");
      arrivals.moved(arrival);
      try {
        Files.deleteIfExists(OutboxFilter.marker(file));
      } catch (IOException e) {
        LOG.warn("arrival {}: its marker stays in the outbox", arrival);
      }
    }
  }
}
