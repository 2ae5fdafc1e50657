package careplanhub.store;

import java.time.Duration;

/**
 * The bounds of a database.
 *
 * @param busyTimeout how long a statement waits for another process that holds the database;
 *     default 10 s
 * @param readers how many reads run at the same time; default 4
 */
public record DatabaseSettings(Duration busyTimeout, int readers) {
  public DatabaseSettings {
    if (busyTimeout.isNegative() || busyTimeout.isZero() || readers < 1) {
      throw new IllegalArgumentException("A database needs a busy timeout and a reader.");
    }
  }

  public static DatabaseSettings defaults() {
    return new DatabaseSettings(Duration.ofSeconds(10), 4);
  }
}
