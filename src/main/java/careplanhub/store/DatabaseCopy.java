package careplanhub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** Copies of SQLite databases that change nothing in the folder of the original. */
public final class DatabaseCopy {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCopy.class);

  private DatabaseCopy() {}

  /**
   * Writes one consistent moment of a database into a new file, whether its program runs, has
   * stopped or was killed. The copy is not synced.
   *
   * @param source the database, which is opened for reading only
   * @param target a path where nothing is
   * @throws IOException when the database is missing or cannot be read
   */
  public static void copy(Path source, Path target) throws IOException {
    Path log = beside(source, "-wal");
    if (Files.exists(log) && copiedBySqlite(source, target)) {
      return;
    }
    Files.deleteIfExists(target);
    Files.copy(source, target);
    if (Files.exists(log)) {
      Files.copy(log, beside(target, "-wal"));
    }
  }

  /** With a log beside it the program may be writing, and only SQLite knows one whole moment. */
  private static boolean copiedBySqlite(Path source, Path target) {
    SQLiteConfig readOnly = new SQLiteConfig();
    readOnly.setReadOnly(true);
    try (Connection connection = readOnly.createConnection("jdbc:sqlite:" + source);
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, target.toString());
      copy.execute();
      return true;
    } catch (SQLException e) {
      LOG.debug("SQLite cannot copy the database; its files are copied as they are", e);
      return false;
    }
  }

  private static Path beside(Path database, String suffix) {
    return database.resolveSibling(database.getFileName() + suffix);
  }
}
