package careplanhub.hub;

import careplanhub.ledger.Arrival;
import careplanhub.standard.FileReport;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells staff what did not go with an export that went: a text beside it in {@code done/}. Safe for
 * every thread.
 */
final class ExportNotes {
  private final OfficeFolders folders;
  private final DurableFiles files;

  ExportNotes(OfficeFolders folders, DurableFiles files) {
    this.folders = folders;
    this.files = files;
  }

  /** Writes the text when there is something to tell. */
  void tell(OutgoingWork work, FileReport report) throws IOException {
    if (report.findings().isEmpty()) {
      return;
    }
    for (Arrival arrival : work.arrivals()) {
      Path beside = ReasonText.beside(folders.done(arrival.office()).resolve(arrival.name()));
      files.replaceWhole(beside, ReasonText.ofSent(arrival.name(), List.of(report)));
    }
  }
}
