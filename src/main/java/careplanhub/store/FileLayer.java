package careplanhub.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Every file operation whose order or success matters. Production uses {@link RealFiles}; tests put
 * a recording or failing layer before it and so see in which order things became durable.
 *
 * <p>Implementations are safe for use from several threads.
 */
public interface FileLayer {
  /** Who may read a new file. */
  enum Access {
    /** Whoever the folder's rules let in. */
    SHARED,
    /** The owner of the process alone: keys and passwords. */
    OWNER_ONLY
  }

  /**
   * Creates a file, writes its content and returns when the bytes are on the disk (fsync).
   *
   * @throws java.nio.file.FileAlreadyExistsException when the file is there already
   */
  void writeSynced(Path newFile, Access access, Content content) throws IOException;

  /**
   * Gives a synced file its final name without ever replacing another file.
   *
   * @throws java.nio.file.FileAlreadyExistsException when the name is taken; the source stays
   */
  void publish(Path source, Path target) throws IOException;

  /** Renames in one step and puts the source in the place of what was there. */
  void replace(Path source, Path target) throws IOException;

  /**
   * Renames in one step within one file system; after a crash the file has the one name or the
   * other, never both and never none.
   *
   * @throws java.nio.file.FileAlreadyExistsException when the name is taken
   * @throws java.nio.file.AtomicMoveNotSupportedException when the target lies on another file
   *     system
   */
  void rename(Path source, Path target) throws IOException;

  /** Deletes the file if it is there. */
  void delete(Path file) throws IOException;

  /** Creates one directory whose parent is there. Does nothing when it is there already. */
  void createDirectory(Path directory) throws IOException;

  /**
   * Makes the names in a directory durable (fsync of the directory). Windows has no such operation
   * and NTFS keeps names in its journal, so there the call does nothing.
   */
  void syncDirectory(Path directory) throws IOException;
}
