package careplanhub.store;

import java.time.Duration;

/**
 * The bounds of a database.
 *
 * @param busyTimeout how long a statement waits for another process that holds the database;
 *     default 10 s
 * @param readers how many reads run at the same time; default 4
 * @param writesACommit how many writes that come at the same time share a transaction at most;
 *     default 64
 */
public record DatabaseSettings(Duration busyTimeout, int readers, int writesACommit) {
  public DatabaseSettings {
    if (busyTimeout.isNegative() || busyTimeout.isZero() || readers < 1 || writesACommit < 1) {
      throw new IllegalArgumentException(
          "A database needs a busy timeout, a reader and room for a write.");
    }
  }

  public static DatabaseSettings defaults() {
    return new DatabaseSettings(Duration.ofSeconds(10), 4, 64);
  }
}
