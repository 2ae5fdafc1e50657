package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.Evidence;
import careplanhub.office.HubSettings;
import careplanhub.office.Satellite;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UnitKey;
import careplanhub.store.Checkpoints;
import careplanhub.store.ContentId;
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
  private final Evidence evidence;
  private final OutboxFilter filter;
  private final Quarantine quarantine;
  private final Changes changes;

  Intake(
      OfficeFolders folder,
      HubSettings settings,
      SatelliteSets satellites,
      Vault vault,
      Arrivals arrivals,
      Evidence evidence,
      OutboxFilter filter,
      Quarantine quarantine,
      Changes changes) {
    this.folder = folder;
    this.settings = settings;
    this.satellites = satellites;
    this.vault = vault;
    this.arrivals = arrivals;
    this.evidence = evidence;
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
    OfficeNumber office = officeOf(exchange);
    Path file = body.toPath();
    if (!evidence.writable()) {
      throw new IOException("evidence cannot be written, so no file is taken");
    }
    if (Files.size(file) > settings.intake().maximumFileSize().bytes()) {
      exchange.setProperty(TARGET, quarantine.tooLarge(office, file).toAbsolutePath().toString());
      return office.value();
    }
    ContentId content;
    try (InputStream bytes = Files.newInputStream(file)) {
      content = vault.put(bytes);
    }
    Checkpoints.reached("intake-vault-written");
    Arrivals.Taken taken = arrivals.take(found(office, satelliteOf(exchange), file, content));
    Checkpoints.reached("intake-ledger-written");
    LOG.info("office {}: arrival {} {}", office, taken.id(), taken.outcome());
    Path target = free(folder.done(office), file.getFileName().toString());
    exchange.setProperty(TARGET, target.toAbsolutePath().toString());
    exchange.getExchangeExtension().addOnCompletion(new Moved(file, taken.id()));
    changes.touch(office);
    return office.value();
  }

  /**
   * After a start: what left an outbox before the last stop, and was not noted to have, is noted
   * now.
   */
  void noteWhatWasMoved(OfficeNumber office) {
    for (Arrival arrival : arrivals.notYetMoved(office)) {
      if (!Files.exists(folder.outbox(office, arrival.satellite()).resolve(arrival.name()))) {
        arrivals.moved(arrival.id());
      }
    }
  }

  /** The satellite whose outbox a route watches; empty for the office's own. */
  private static String satelliteOf(Exchange exchange) {
    String[] parts = exchange.getFromRouteId().split("-", -1);
    return parts.length > 2 ? parts[1] : Satellite.NONE;
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
    private final Path file;
    private final String arrival;

    Moved(Path file, String arrival) {
      this.file = file;
      this.arrival = arrival;
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST;
    }

    @Override
    public void onDone(Exchange exchange) {
      if (!Files.exists(file)) {
        Checkpoints.reached("intake-moved");
        arrivals.moved(arrival);
        filter.forget(file);
        try {
          Files.deleteIfExists(OutboxFilter.marker(file));
        } catch (IOException e) {
          LOG.warn("arrival {}: its marker stays in the outbox", arrival);
        }
      }
    }
  }
}
