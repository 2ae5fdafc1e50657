package careplanhub.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Path;
import java.util.function.BiPredicate;

/** Fails the operations a test chooses, as a full or broken disk would, before they do anything. */
public final class FailingFileLayer implements FileLayer {
  /** The operations that can fail. */
  public enum Operation {
    WRITE,
    PUBLISH,
    REPLACE,
    RENAME,
    DELETE,
    CREATE_DIRECTORY,
    SYNC_DIRECTORY
  }

  private final FileLayer layer;
  private volatile BiPredicate<Operation, Path> fails = (operation, path) -> false;
  private volatile boolean severalFileSystems;

  public FailingFileLayer(FileLayer layer) {
    this.layer = layer;
  }

  /** From now on the operations for which this holds fail; the path of a rename is its target. */
  public void failWhen(BiPredicate<Operation, Path> condition) {
    this.fails = condition;
  }

  /** From now on a rename answers as between two file systems. */
  public void separateFileSystems() {
    this.severalFileSystems = true;
  }

  @Override
  public void writeSynced(Path newFile, Access access, Content content) throws IOException {
    check(Operation.WRITE, newFile);
    layer.writeSynced(newFile, access, content);
  }

  @Override
  public void publish(Path source, Path target) throws IOException {
    check(Operation.PUBLISH, target);
    layer.publish(source, target);
  }

  @Override
  public void replace(Path source, Path target) throws IOException {
    check(Operation.REPLACE, target);
    layer.replace(source, target);
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    check(Operation.RENAME, target);
    if (severalFileSystems) {
      throw new AtomicMoveNotSupportedException(source.toString(), target.toString(), "test");
    }
    layer.rename(source, target);
  }

  @Override
  public void delete(Path file) throws IOException {
    check(Operation.DELETE, file);
    layer.delete(file);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    check(Operation.CREATE_DIRECTORY, directory);
    layer.createDirectory(directory);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    check(Operation.SYNC_DIRECTORY, directory);
    layer.syncDirectory(directory);
  }

  private void check(Operation operation, Path path) throws IOException {
    if (fails.test(operation, path)) {
      throw new IOException("No space left on device (made up by a test)");
    }
  }
}
