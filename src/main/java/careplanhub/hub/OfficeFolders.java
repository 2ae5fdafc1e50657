package careplanhub.hub;

import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders through which offices and the hub hand files to each other. Immutable.
 *
 * <p>The hub leaves a mark in each office's folder and remembers that it did. A folder without its
 * mark is not the office's: a share that is not connected leaves an empty folder in its place, and
 * what were written there would never be seen.
 */
final class OfficeFolders {
  static final String MARK = ".careplan-hub";
  private static final String MARK_TEXT =
      "このファイルを消さないでください。事業所 %s のフォルダーであることを、ハブがこのファイルで確かめます。\r\n";

  private final Path root;
  private final Directory directory;

  /**
   * @param root the hub's folder
   */
  OfficeFolders(Path root, Directory directory) {
    this.root = root;
    this.directory = directory;
  }

  /** Makes the folders that are not there. */
  void create() throws IOException {
    for (Office office : directory.offices()) {
      prepare(office.number(), new DurableFiles(new RealFiles()), () -> {});
    }
  }

  /**
   * Makes what is missing in an office's folder, unless the folder itself is gone.
   *
   * @param beforeNewInbox done before an inbox is made: what was staged in the old one is lost
   * @return whether the folder is there
   */
  boolean prepare(OfficeNumber office, DurableFiles files, Runnable beforeNewInbox)
      throws IOException {
    if (!isThere(office)) {
      return false;
    }
    if (!Files.exists(mark(office))) {
      files.createDirectories(office(office));
      files.replaceWhole(
          mark(office), MARK_TEXT.formatted(office).getBytes(StandardCharsets.UTF_8));
    }
    if (!Files.exists(marked(office))) {
      files.createDirectories(marked(office).resolveSibling(".").normalize());
      files.replaceWhole(marked(office), new byte[0]);
    }
    if (!Files.isDirectory(inbox(office))) {
      beforeNewInbox.run();
    }
    for (Path folder : inside(office)) {
      files.createDirectories(folder);
    }
    return inside(office).stream().allMatch(Files::isWritable);
  }

  /** Deletes what a kill left half-written before this moment in the office's folders. */
  void removeUnfinished(OfficeNumber office, DurableFiles files, Instant before)
      throws IOException {
    files.removeUnfinished(office(office), before);
    for (Path folder : inside(office)) {
      files.removeUnfinished(folder, before);
    }
  }

  /** Whether the office's own folder is there, not the empty place of a share. */
  boolean isThere(OfficeNumber office) {
    return Files.exists(mark(office)) || !Files.exists(marked(office));
  }

  /**
   * Makes sure that what is not in a folder is really not in it.
   *
   * @throws NoSuchFileException when the office's folder or this folder in it is gone
   */
  void require(OfficeNumber office, Path folder) throws NoSuchFileException {
    if (!isThere(office) || !Files.isDirectory(folder)) {
      throw new NoSuchFileException("a folder of office " + office);
    }
  }

  private List<Path> inside(OfficeNumber office) {
    Stream<Path> satellites =
        directory.office(office).stream()
            .flatMap(known -> known.satellites().stream())
            .map(satellite -> outbox(office, satellite.number()));
    return Stream.concat(
            Stream.of(
                outbox(office),
                attachments(office),
                done(office),
                error(office),
                questions(office),
                inbox(office)),
            satellites)
        .toList();
  }

  private Path mark(OfficeNumber office) {
    return office(office).resolve(MARK);
  }

  private Path marked(OfficeNumber office) {
    return new HubFolder(root).data().resolve("folders").resolve(office.value());
  }

  /** A configured folder, which starts from the hub's own. */
  Path fromHub(String folder) {
    return root.resolve(folder).normalize();
  }

  Path office(OfficeNumber number) {
    return root.resolve(
        directory.office(number).map(Office::folder).orElse("offices/" + number.value()));
  }

  /** Where the office's software exports to. */
  Path outbox(OfficeNumber office) {
    return office(office).resolve("outbox");
  }

  /**
   * Where a place of the office exports to.
   *
   * @param satellite サテライト枝番; empty for the office itself
   */
  Path outbox(OfficeNumber office, String satellite) {
    return satellite.isEmpty() ? outbox(office) : office(office).resolve("outbox-" + satellite);
  }

  /** Where staff put what is to be sent beside the files of the standard. */
  Path attachments(OfficeNumber office) {
    return outbox(office).resolve(Attachment.FOLDER);
  }

  /** Where a file lies after the hub took it. */
  Path done(OfficeNumber office) {
    return office(office).resolve("done");
  }

  /** Where a refused file lies beside its reason. */
  Path error(OfficeNumber office) {
    return office(office).resolve("error");
  }

  /** Where worksheets wait for staff. */
  Path questions(OfficeNumber office) {
    return office(office).resolve("要確認");
  }

  /** Where the office's software imports from. */
  Path inbox(OfficeNumber office) {
    return office(office).resolve("inbox");
  }
}
