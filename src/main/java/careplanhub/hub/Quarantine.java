package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.ledger.OutgoingUnits;
import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Checkpoints;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import careplanhub.store.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what cannot go on into the office's error folder, each file beside a Japanese text that says
 * what to do. Safe for every thread.
 */
public final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  private final OfficeFolders folder;
  private final DurableFiles files;
  private final Vault vault;
  private final OutgoingUnits units;
  private final Changes changes;

  Quarantine(
      OfficeFolders folder, DurableFiles files, Vault vault, OutgoingUnits units, Changes changes) {
    this.folder = folder;
    this.files = files;
    this.vault = vault;
    this.units = units;
    this.changes = changes;
  }

  /**
   * Moves the unit's files from done/ to error/ with their reasons; what is not there any more
   * comes from the vault.
   */
  public void refuse(@ExchangeException RefusedException refused) throws IOException {
    OfficeNumber office = refused.work().unit().office();
    try {
      putAside(refused, office);
    } catch (IOException e) {
      LOG.warn(Troubles.folder(office, folder.error(office), e));
      throw e;
    }
  }

  private void putAside(RefusedException refused, OfficeNumber office) throws IOException {
    OutgoingWork work = refused.work();
    for (Arrival arrival : work.arrivals()) {
      Path target = folder.error(office).resolve(arrival.name());
      byte[] reason = ReasonText.of(arrival.name(), refused.reports());
      files.createDirectories(target.resolveSibling(".").normalize());
      files.replaceWhole(ReasonText.beside(target), reason);
      Checkpoints.reached("quarantine-reason-written");
      place(arrival, target);
      Checkpoints.reached("quarantine-file-placed");
    }
    units.refused(work.unit(), codes(refused.reports()));
    LOG.info("office {}: unit {} refused", office, work.unit().id());
    changes.touch(office);
  }

  private void place(Arrival arrival, Path target) throws IOException {
    if (holds(target, arrival.content(), arrival.size())) {
      return;
    }
    Path done = folder.done(arrival.office()).resolve(arrival.name());
    if (holds(done, arrival.content(), arrival.size())) {
      files.moveInto(done, folder.error(arrival.office()), arrival.name());
    } else {
      try (InputStream bytes = vault.open(arrival.content())) {
        files.writeWhole(Intake.free(folder.error(arrival.office()), arrival.name()), bytes);
      }
    }
  }

  private boolean holds(Path file, ContentId content, long size) throws IOException {
    if (!Files.exists(file) || Files.size(file) != size) {
      return false;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return vault.idOf(bytes).equals(content);
    }
  }

  /**
   * Where a file lies in error/ that was refused before it could leave the outbox; empty when it
   * was not.
   *
   * @param name as the ledger knows it
   */
  Optional<Path> placed(OfficeNumber office, String name, Path file) throws IOException {
    Path target = folder.error(office).resolve(name);
    return Files.exists(target) && Files.mismatch(target, file) < 0
        ? Optional.of(target)
        : Optional.empty();
  }

  /**
   * Writes the reason for a file too large to be taken.
   *
   * @return where the file itself is to be moved
   */
  Path tooLarge(OfficeNumber office, Path file) throws IOException {
    String name = file.getFileName().toString();
    Path target = Intake.free(folder.error(office), name);
    files.replaceWhole(
        ReasonText.beside(target), ReasonText.of(name, List.of(HubFinding.TOO_LARGE.of(name))));
    return target;
  }

  private static List<String> codes(List<FileReport> reports) {
    return reports.stream()
        .flatMap(report -> report.findings().stream())
        .filter(Finding::isError)
        .map(Finding::code)
        .distinct()
        .toList();
  }
}
