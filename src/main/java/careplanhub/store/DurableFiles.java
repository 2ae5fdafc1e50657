package careplanhub.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that appear whole or not at all, and stay after a power failure once a method has returned.
 *
 * <p>The order is always: write under a hidden name beside the target (it begins with "." and ends
 * with ".tmp"), fsync, rename in one step, fsync the directory. A crash leaves at most a hidden
 * file. Safe for use from several threads; names taken by other programs at the same moment are
 * respected where the file system has hard links.
 */
public final class DurableFiles {
  private static final int MOST_NUMBERED_NAMES = 10_000;
  private static final Pattern HIDDEN = Pattern.compile("\\.[0-9a-f-]{36}\\.tmp");

  private final FileLayer layer;

  public DurableFiles(FileLayer layer) {
    this.layer = layer;
  }

  /**
   * Writes a new file.
   *
   * @throws FileAlreadyExistsException when the target is there; it is never replaced
   */
  public void writeWhole(Path target, Content content) throws IOException {
    Path hidden = writeHidden(target, FileLayer.Access.SHARED, content);
    try {
      layer.publish(hidden, target);
    } catch (IOException e) {
      discard(hidden, e);
      throw e;
    }
    layer.syncDirectory(directoryOf(target));
  }

  /** Writes a new file of these bytes; see {@link #writeWhole(Path, Content)}. */
  public void writeWhole(Path target, byte[] bytes) throws IOException {
    writeWhole(target, Content.of(bytes));
  }

  /** Writes a new file of what the stream holds; the caller closes the stream. */
  public void writeWhole(Path target, InputStream bytes) throws IOException {
    writeWhole(target, out -> bytes.transferTo(out));
  }

  /** Writes a file, in the place of the one that may be there; a reader sees the old or the new. */
  public void replaceWhole(Path target, Content content) throws IOException {
    replace(target, FileLayer.Access.SHARED, content);
  }

  /** Writes or replaces a file of these bytes. */
  public void replaceWhole(Path target, byte[] bytes) throws IOException {
    replaceWhole(target, Content.of(bytes));
  }

  /** Writes or replaces a file that only the owner of the process may read: keys and passwords. */
  public void replaceSecret(Path target, byte[] bytes) throws IOException {
    replace(target, FileLayer.Access.OWNER_ONLY, Content.of(bytes));
  }

  /**
   * Moves a file into a directory under this name, or with " (2)", " (3)" … before the extension
   * when the name is taken. Never overwrites. Between file systems the copy is durable before the
   * source is deleted.
   *
   * @return where the file lies now
   */
  public Path moveInto(Path source, Path directory, String name) throws IOException {
    for (int number = 1; number <= MOST_NUMBERED_NAMES; number++) {
      Path target = directory.resolve(numbered(name, number));
      if (movedTo(source, target)) {
        return target;
      }
    }
    throw new FileAlreadyExistsException(
        directory.toString(), null, "too many files of one name in this directory");
  }

  /** Deletes the file if it is there, durably. */
  public void delete(Path file) throws IOException {
    layer.delete(file);
    layer.syncDirectory(directoryOf(file));
  }

  /**
   * Deletes the hidden files that a crash has left in this directory before this moment. Younger
   * ones may be what another thread or process is just writing.
   */
  public void removeUnfinished(Path directory, Instant before) throws IOException {
    List<Path> hidden;
    try (Stream<Path> found = Files.list(directory)) {
      hidden =
          found.filter(file -> HIDDEN.matcher(file.getFileName().toString()).matches()).toList();
    }
    for (Path file : hidden) {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        layer.delete(file);
      }
    }
  }

  /** Creates a directory and its missing parents, each durable before the next. */
  public void createDirectories(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute)) {
      return;
    }
    Path parent = directoryOf(absolute);
    createDirectories(parent);
    layer.createDirectory(absolute);
    layer.syncDirectory(parent);
  }

  /** Creates a directory that only the owner of the process may enter. */
  public void createSecretDirectory(Path directory) throws IOException {
    createDirectories(directory);
    OwnerOnly.restrictDirectory(directory);
  }

  /** Gives a file written through {@link #writeHidden} its name in another directory. */
  void publish(Path hidden, Path target) throws IOException {
    layer.publish(hidden, target);
    layer.syncDirectory(directoryOf(target));
  }

  /** Drops a file that is not to be published. */
  void discard(Path hidden) throws IOException {
    layer.delete(hidden);
  }

  /** Makes the names in a directory durable, whoever wrote them. */
  void syncDirectory(Path directory) throws IOException {
    layer.syncDirectory(directory);
  }

  /** Writes and syncs the content under a hidden name beside the target. */
  Path writeHidden(Path target, FileLayer.Access access, Content content) throws IOException {
    Path hidden = directoryOf(target).resolve("." + UUID.randomUUID() + ".tmp");
    try {
      layer.writeSynced(hidden, access, content);
    } catch (IOException | RuntimeException e) {
      discard(hidden, e);
      throw e;
    }
    return hidden;
  }

  private void replace(Path target, FileLayer.Access access, Content content) throws IOException {
    Path hidden = writeHidden(target, access, content);
    try {
      layer.replace(hidden, target);
    } catch (IOException e) {
      discard(hidden, e);
      throw e;
    }
    layer.syncDirectory(directoryOf(target));
  }

  private boolean movedTo(Path source, Path target) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      moveTo(source, target);
      return true;
    } catch (FileAlreadyExistsException takenMeanwhile) {
      return false;
    }
  }

  private void moveTo(Path source, Path target) throws IOException {
    try {
      layer.rename(source, target);
      layer.syncDirectory(directoryOf(target));
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      try (InputStream in = Files.newInputStream(source)) {
        writeWhole(target, in);
      }
      layer.delete(source);
    }
    layer.syncDirectory(directoryOf(source));
  }

  private void discard(Path hidden, Exception reason) {
    try {
      layer.delete(hidden);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String suffix = " (" + number + ")";
    return dot <= 0 ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot);
  }

  private static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("The root of a file system is not a file.");
    }
    return parent;
  }
}
