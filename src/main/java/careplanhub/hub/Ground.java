package careplanhub.hub;

import careplanhub.channel.ParcelRules;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.security.KeyFolder;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import java.time.Clock;

/**
 * What every stage stands on.
 *
 * @param layer what writes into the offices' folders and the vault
 */
record Ground(
    HubFolder folder,
    HubSettings settings,
    Directory directory,
    LoadedAdapters adapters,
    KeyFolder keys,
    Books books,
    FileLayer layer,
    Clock clock) {

  DurableFiles files() {
    return new DurableFiles(layer);
  }

  /** What may travel; between offices of one hub all that the settings name is agreed. */
  ParcelRules parcelRules() {
    return new ParcelRules(
        settings.attachments(),
        office ->
            directory.isOwn(office)
                || directory.partner(office).map(p -> p.terms().otherFiles()).orElse(false));
  }

  /** Whether PDFs of consents may go to an office; within one hub they may. */
  boolean consentsGoTo(OfficeNumber office) {
    return Consenting.goTo(directory, office);
  }

  /** A new watch over files that are still being written. */
  QuietFiles quietFiles() {
    return new QuietFiles(
        settings.intake().quietPeriod(),
        settings.intake().unfinishedQuietPeriod(),
        settings.intake().quietScans(),
        System::nanoTime);
  }
}
