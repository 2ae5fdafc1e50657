package careplanhub.hub;

import careplanhub.ledger.KeptContents;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.office.RetentionSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import careplanhub.store.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what has been kept as long as the settings say. Safe for every thread. */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int CONTENTS_AT_A_TIME = 1_000;

  private final OfficeFolders folders;
  private final Directory directory;
  private final RetentionSettings settings;
  private final DurableFiles files;
  private final Vault vault;
  private final KeptContents contents;
  private final Clock clock;

  Retention(
      OfficeFolders folders,
      Directory directory,
      RetentionSettings settings,
      DurableFiles files,
      Vault vault,
      KeptContents contents,
      Clock clock) {
    this.folders = folders;
    this.directory = directory;
    this.settings = settings;
    this.files = files;
    this.vault = vault;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * Deletes files from the offices' done, error and inbox folders whose last change is old enough;
   * those of a folder in trouble the next time.
   */
  public void clearFolders() {
    for (Office office : directory.offices()) {
      OfficeNumber number = office.number();
      try {
        clear(folders.done(number), settings.done());
        clear(folders.error(number), settings.error());
        clear(folders.inbox(number), settings.inbox());
      } catch (IOException e) {
        LOG.warn("office {}: old files not removed, {}", number, Troubles.nameOf(e));
      }
    }
  }

  private void clear(Path folder, Duration kept) throws IOException {
    Instant oldest = clock.instant().minus(kept);
    List<Path> found;
    try (Stream<Path> listed = Files.list(folder)) {
      found = listed.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
        files.delete(file);
      }
    }
  }

  /** Deletes from the vault what nothing has used for long; the evidence of it stays. */
  public void clearVault() throws IOException {
    Instant oldest = clock.instant().minus(settings.exchanged());
    for (ContentId content : contents.unusedSince(oldest, CONTENTS_AT_A_TIME)) {
      contents.purged(content);
      vault.delete(content);
    }
  }
}
