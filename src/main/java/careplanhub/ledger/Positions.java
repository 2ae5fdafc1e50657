package careplanhub.ledger;

import org.jdbi.v3.core.Handle;

/**
 * Counts the rows of a table in the order in which they are noted: a clock may jump, a position
 * never does.
 */
final class Positions {
  private Positions() {}

  /** The position after the last one; the caller's transaction is the only one that writes. */
  static long next(Handle handle, String table) {
    return handle
        .createQuery("SELECT COALESCE(MAX(position), 0) + 1 FROM " + table)
        .mapTo(Long.class)
        .one();
  }
}
