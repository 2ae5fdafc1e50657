package careplanhub.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loss this prevents: a file half-written, in two places or in none when the program stops
 * between two operations. The disk does n operations and then none any more, not even those that
 * would clean up; for every n the folder must be in a state that the next start can go on from.
 */
class CrashTest {
  private static final byte[] CONTENT = "synthetic content".getBytes(StandardCharsets.UTF_8);
  private static final char[] PASSWORD = "synthetic".toCharArray();

  @TempDir Path temporary;

  private int round;

  @Test
  void aNewFileIsWholeOrNotThere() throws IOException {
    int steps = 0;
    for (boolean finished = false; !finished; steps++) {
      Path folder = newFolder();
      Path target = folder.resolve("a.csv");
      finished = crashesNot(steps, disk -> new DurableFiles(disk).writeWhole(target, CONTENT));
      assertTrue(!Files.exists(target) || isWhole(target), "after " + steps + " operations");
      assertTrue(!finished || Files.exists(target));
    }
    assertTrue(steps > 3, "the test saw only " + steps + " operations");
  }

  @Test
  void aReplacedFileIsTheOldOrTheNewOne() throws IOException {
    for (int steps = 0, last = -1; last < 0; steps++) {
      Path target =
          Files.write(newFolder().resolve("list.html"), "old".getBytes(StandardCharsets.UTF_8));
      boolean finished =
          crashesNot(steps, disk -> new DurableFiles(disk).replaceWhole(target, CONTENT));
      assertTrue(isWhole(target) || Files.readString(target).equals("old"));
      last = finished ? steps : -1;
    }
  }

  @Test
  void aMovedFileIsInOnePlace() throws IOException {
    for (int steps = 0, last = -1; last < 0; steps++) {
      Path folder = newFolder();
      Path done = Files.createDirectory(folder.resolve("done"));
      Path source = Files.write(folder.resolve("a.csv"), CONTENT);
      boolean finished =
          crashesNot(steps, disk -> new DurableFiles(disk).moveInto(source, done, "a.csv"));
      assertTrue(Files.exists(source) != Files.exists(done.resolve("a.csv")));
      last = finished ? steps : -1;
    }
  }

  @Test
  void anObjectOfTheVaultIsReadableOrNotThereAndTheNextPutKeepsIt() throws IOException {
    VaultKey key = VaultKey.create(temporary.resolve("vault.p12"), PASSWORD);
    for (int steps = 0, last = -1; last < 0; steps++) {
      Path folder = newFolder();
      boolean finished = crashesNot(steps, disk -> Vault.open(folder, key, disk).put(CONTENT));
      Vault after = Vault.open(folder, key);
      ContentId id = after.put(CONTENT);
      try (InputStream in = after.open(id)) {
        assertArrayEquals(CONTENT, in.readAllBytes());
      }
      assertEquals(1, objectsOf(folder).size(), "after " + steps + " operations");
      last = finished ? steps : -1;
    }
  }

  @Test
  void aBackupIsWholeOrNotThere() throws IOException {
    Path hub = newFolder();
    Files.createDirectories(hub.resolve("keys"));
    Files.createDirectories(hub.resolve("data"));
    Files.write(hub.resolve("keys/hub.crt"), CONTENT);
    Database.open(hub.resolve("data/ledger.sqlite"), "db/sample").close();
    for (int steps = 0, last = -1; last < 0; steps++) {
      Path folder = newFolder();
      Path target = folder.resolve("backup");
      boolean finished = crashesNot(steps, disk -> new Backup(disk).write(hub, target, false));
      if (Files.exists(target)) {
        Path restored = folder.resolve("restored");
        new Backup(new RealFiles()).restore(target, restored);
        assertTrue(isWhole(restored.resolve("keys/hub.crt")));
      }
      assertEquals(finished, finished && Files.exists(target));
      last = finished ? steps : -1;
    }
  }

  /** Something done on a disk. */
  private interface Work {
    void on(FileLayer disk) throws IOException;
  }

  /** Whether the work ends on a disk that does this many operations and then none. */
  private static boolean crashesNot(int operations, Work work) {
    AtomicInteger done = new AtomicInteger();
    FailingFileLayer disk = new FailingFileLayer(new RealFiles());
    disk.failWhen((operation, path) -> done.incrementAndGet() > operations);
    try {
      work.on(disk);
      return true;
    } catch (IOException crashed) {
      return false;
    }
  }

  private Path newFolder() throws IOException {
    round++;
    return Files.createDirectory(temporary.resolve("round-" + round));
  }

  private static boolean isWhole(Path file) throws IOException {
    return Arrays.equals(CONTENT, Files.readAllBytes(file));
  }

  private static List<Path> objectsOf(Path vault) throws IOException {
    try (Stream<Path> found = Files.walk(vault)) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .toList();
    }
  }
}
