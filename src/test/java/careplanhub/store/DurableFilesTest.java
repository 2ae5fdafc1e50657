package careplanhub.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.store.FailingFileLayer.Operation;
import careplanhub.store.RecordingFileLayer.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
  private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final RecordingFileLayer recording = new RecordingFileLayer(new RealFiles());
  private final FailingFileLayer failing = new FailingFileLayer(recording);
  private final DurableFiles files = new DurableFiles(failing);

  @Test
  void aNewFileIsSyncedBeforeItIsVisibleAndItsNameBeforeTheMethodReturns() throws IOException {
    files.writeWhole(folder.resolve("a.csv"), NEW);

    assertEquals(
        List.of(Kind.SYNCED, Kind.PUBLISHED, Kind.DIRECTORY_SYNCED),
        recording.events().stream().map(RecordingFileLayer.Event::kind).toList());
    assertEquals(folder, recording.events().get(2).path());
    String hidden = String.valueOf(recording.events().get(0).path().getFileName());
    assertTrue(hidden.startsWith(".") && hidden.endsWith(".tmp"), hidden);
    assertEquals(List.of("a.csv"), names());
  }

  @Test
  void aNewFileNeverTakesThePlaceOfAnother() throws IOException {
    files.writeWhole(folder.resolve("a.csv"), OLD);

    assertThrows(
        FileAlreadyExistsException.class, () -> files.writeWhole(folder.resolve("a.csv"), NEW));

    assertArrayEquals(OLD, Files.readAllBytes(folder.resolve("a.csv")));
    assertEquals(List.of("a.csv"), names());
  }

  @Test
  void aContentThatFailsHalfWayLeavesNothing() {
    assertThrows(
        IOException.class,
        () ->
            files.writeWhole(
                folder.resolve("a.csv"),
                out -> {
                  out.write(NEW);
                  throw new IOException("the source broke");
                }));

    assertEquals(List.of(), names());
  }

  @Test
  void aFailureAtAnyStepLeavesTheOldFileWhole() throws IOException {
    Path file = folder.resolve("list.html");
    files.replaceWhole(file, OLD);

    for (Operation operation : List.of(Operation.WRITE, Operation.REPLACE)) {
      failing.failWhen((done, path) -> done == operation);
      assertThrows(IOException.class, () -> files.replaceWhole(file, NEW));
      assertArrayEquals(OLD, Files.readAllBytes(file));
      assertEquals(List.of("list.html"), names());
    }

    failing.failWhen((done, path) -> false);
    files.replaceWhole(file, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
  }

  @Test
  void aMoveNumbersTheNameWhenItIsTaken() throws IOException {
    Path done = Files.createDirectory(folder.resolve("done"));
    List<String> names = new java.util.ArrayList<>();
    for (int count = 0; count < 3; count++) {
      Path source = Files.write(folder.resolve("a.csv"), NEW);
      names.add(String.valueOf(files.moveInto(source, done, "a.csv").getFileName()));
    }

    assertEquals(List.of("a.csv", "a (2).csv", "a (3).csv"), names);
    assertEquals(List.of("done"), names());
  }

  @Test
  void betweenFileSystemsTheCopyIsDurableBeforeTheSourceGoes() throws IOException {
    Path done = Files.createDirectory(folder.resolve("done"));
    Path source = Files.write(folder.resolve("a.csv"), NEW);
    failing.separateFileSystems();

    Path target = files.moveInto(source, done, "a.csv");

    assertArrayEquals(NEW, Files.readAllBytes(target));
    int published = recording.indexOf(Kind.PUBLISHED, "a.csv");
    int synced = recording.indexOf(Kind.DIRECTORY_SYNCED, "done");
    int deleted = recording.indexOf(Kind.DELETED, "a.csv");
    assertTrue(0 <= published && published < synced && synced < deleted);
  }

  @Test
  void everyNewDirectoryIsSyncedInItsParent() throws IOException {
    files.createDirectories(folder.resolve("one/two"));

    assertTrue(Files.isDirectory(folder.resolve("one/two")));
    int one = recording.indexOf(Kind.DIRECTORY_CREATED, "one");
    assertEquals(folder, recording.events().get(one + 1).path());
    assertTrue(one < recording.indexOf(Kind.DIRECTORY_CREATED, "two"));
  }

  @Test
  void aSecretIsReadableByItsOwnerOnly() throws IOException {
    OptionalPart.require(
        "POSIX rights on files",
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path keys = folder.resolve("keys");
    files.createSecretDirectory(keys);
    files.replaceSecret(keys.resolve("password"), NEW);

    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("password"))));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
  }

  private List<String> names() {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
