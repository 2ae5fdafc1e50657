package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.ledger.Arrivals;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stop between the move to done/ and the note of it must not hide a repeat: without the note the
 * same file again would count as the first one still.
 */
class IntakeTest {
  private static final OfficeNumber OFFICE = new OfficeNumber("9910000037");

  @TempDir Path folder;

  @Test
  void whatLeftTheOutboxBeforeAStopIsKnownToHaveLeftAfterTheStart() throws Exception {
    DurableFiles files = new DurableFiles(new RealFiles());
    new HubSetUp(Path.of(""), files, Clock.systemUTC()).create(folder);
    OfficeFolders folders = new OfficeFolders(folder, Directory.empty());
    Files.createDirectories(folders.outbox(OFFICE));
    Files.writeString(folders.outbox(OFFICE).resolve("still.csv"), "y");

    try (Books books = Books.open(new HubFolder(folder), Clock.systemUTC())) {
      Arrivals.Found gone = found(books, "gone.csv", "x");
      Arrivals.Found still = found(books, "still.csv", "y");
      books.arrivals().take(gone);
      books.arrivals().take(still);

      intake(books, folders, files).noteWhatWasMoved(OFFICE);

      assertEquals(Arrivals.Outcome.REPEAT, books.arrivals().take(gone).outcome());
      assertEquals(Arrivals.Outcome.NOTED_BEFORE, books.arrivals().take(still).outcome());
    }
  }

  private static Arrivals.Found found(Books books, String name, String content) throws Exception {
    ContentId kept = books.vault().put(content.getBytes(StandardCharsets.UTF_8));
    return new Arrivals.Found(OFFICE, name, kept, content.length(), null, Duration.ZERO);
  }

  private static Intake intake(Books books, OfficeFolders folders, DurableFiles files) {
    Changes changes = new Changes();
    return new Intake(
        folders,
        HubSettings.defaults(),
        new SatelliteSets(Directory.empty()),
        books.vault(),
        books.arrivals(),
        new IntakeGate(
            books.evidence(),
            books.vault(),
            List.of(),
            HubSettings.defaults().intake(),
            System::nanoTime),
        new OutboxFilter(
            new QuietFiles(Duration.ZERO, Duration.ZERO, 1, System::nanoTime), () -> true),
        new Quarantine(folders, files, books.vault(), books.units(), changes),
        changes);
  }
}
