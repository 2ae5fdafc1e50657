package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.ledger.Arrivals;
import careplanhub.office.Directory;
import careplanhub.office.RetentionSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import careplanhub.store.VaultException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is old goes, what is young stays, and evidence stays always. */
class RetentionTest {
  private static final OfficeNumber OFFICE = new OfficeNumber("9910000037");
  private static final RetentionSettings SETTINGS =
      new RetentionSettings(
          Duration.ofDays(100),
          Duration.ofDays(30),
          Duration.ofDays(30),
          Duration.ofDays(30),
          Duration.ofDays(1));

  @TempDir Path folder;

  @Test
  void oldFilesAndOldContentsGoAndTheirEvidenceStays() throws Exception {
    new HubSetUp(Path.of(""), new DurableFiles(new RealFiles()), Clock.systemUTC()).create(folder);
    Files.writeString(
        new HubFolder(folder).corporation(),
        "corporation: 例\noffices:\n  - {number: \"9910000037\", name: 例, serviceTypes: [\"15\"],"
            + " software: standard}\n");
    Directory directory = Directory.read(new HubFolder(folder).corporation());
    OfficeFolders folders = new OfficeFolders(folder, directory);
    folders.create();
    Path old = Files.writeString(folders.done(OFFICE).resolve("old.csv"), "x");
    Path young = Files.writeString(folders.done(OFFICE).resolve("young.csv"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));

    try (Books books = Books.open(new HubFolder(folder), Clock.systemUTC())) {
      ContentId content = books.vault().put("x".getBytes(StandardCharsets.UTF_8));
      books.arrivals().take(new Arrivals.Found(OFFICE, "old.csv", content, 1, null, Duration.ZERO));
      retention(folders, directory, books, Clock.systemUTC()).clearVault();
      books.vault().open(content).close();
      long entries = books.evidence().count();

      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(101));
      retention(folders, directory, books, Clock.systemUTC()).clearFolders();
      retention(folders, directory, books, later).clearVault();
      retention(folders, directory, books, later).clearVault();

      assertFalse(Files.exists(old));
      assertTrue(Files.exists(young));
      assertThrows(VaultException.class, () -> books.vault().open(content));
      assertEquals(entries + 1, books.evidence().count());
    }
  }

  private static Retention retention(
      OfficeFolders folders, Directory directory, Books books, Clock clock) {
    return new Retention(
        folders,
        directory,
        SETTINGS,
        new DurableFiles(new RealFiles()),
        books.vault(),
        books.keptContents(),
        clock);
  }
}
