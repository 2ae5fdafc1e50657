package careplanhub.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The empty place of a share that is not connected must not be taken for the office's folder. */
class OfficeFoldersTest {
  private static final OfficeNumber OFFICE = new OfficeNumber("9910000037");

  @TempDir Path root;
  private final DurableFiles files = new DurableFiles(new RealFiles());
  private final AtomicInteger newInboxes = new AtomicInteger();
  private OfficeFolders folders;

  @BeforeEach
  void anOffice() throws IOException {
    folders = new OfficeFolders(root, Directory.empty());
    assertTrue(prepare());
  }

  @Test
  void nothingIsMadeInThePlaceOfAShareThatIsGone() throws IOException {
    Path place = folders.office(OFFICE);
    Path share = root.resolve("share");
    Files.move(place, share);
    Files.createDirectory(place);
    assertFalse(prepare());
    assertFalse(folders.isThere(OFFICE));
    assertThrows(NoSuchFileException.class, () -> folders.require(OFFICE, folders.inbox(OFFICE)));
    try (Stream<Path> made = Files.list(place)) {
      assertEquals(0, made.count());
    }
    Files.delete(place);
    Files.move(share, place);
    assertTrue(prepare());
  }

  @Test
  void anInboxThatIsGoneIsMadeAnewAfterItWasTold() throws IOException {
    newInboxes.set(0);
    Files.delete(folders.inbox(OFFICE));
    assertTrue(prepare());
    assertEquals(1, newInboxes.get());
    assertTrue(Files.isDirectory(folders.inbox(OFFICE)));
  }

  @Test
  void whatAKillLeftHalfWrittenIsClearedInEveryFolderOfTheOffice() throws IOException {
    String left = ".01234567-89ab-cdef-0123-456789abcdef.tmp";
    Files.createFile(folders.error(OFFICE).resolve(left));
    Files.createFile(folders.office(OFFICE).resolve(left));
    Path staged = folders.inbox(OFFICE).resolve(left.replace(".tmp", "-0.tmp"));
    Files.createFile(staged);
    folders.removeUnfinished(OFFICE, files, Instant.MAX);
    assertFalse(Files.exists(folders.error(OFFICE).resolve(left)));
    assertFalse(Files.exists(folders.office(OFFICE).resolve(left)));
    assertTrue(Files.exists(staged), "the ledger knows what is staged");
  }

  private boolean prepare() throws IOException {
    return folders.prepare(OFFICE, files, newInboxes::incrementAndGet);
  }
}
