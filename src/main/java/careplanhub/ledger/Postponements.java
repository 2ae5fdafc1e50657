package careplanhub.ledger;

import careplanhub.store.Database;
import java.time.Instant;

/**
 * What waits in the ledger for another attempt. A clock that was set back makes waits of seconds
 * into waits of hours; they are brought forward. Safe for every thread.
 */
public final class Postponements {
  private static final String PARCELS =
      "parcel WHERE state = 'READY' AND next_attempt_at > :latest";
  private static final String RECEPTIONS =
      "reception WHERE state IN ('ANNOUNCED', 'FETCHED', 'STAGED', 'DELIVERED') AND next_attempt_at"
          + " > :latest";
  private static final String UNITS =
      "outgoing_unit WHERE state IN ('GATHERING', 'READY') AND due_at > :latest";

  private final Database database;

  public Postponements(Database database) {
    this.database = database;
  }

  /**
   * Lets nothing wait longer than until these moments.
   *
   * @param attempt for parcels and receptions
   * @param unit for units that gather or are tried again
   */
  public void endAt(Instant attempt, Instant unit) {
    endAt(attempt, PARCELS, "next_attempt_at");
    endAt(attempt, RECEPTIONS, "next_attempt_at");
    endAt(unit, UNITS, "due_at");
  }

  private void endAt(Instant latest, String which, String column) {
    boolean none =
        database.read(
            handle ->
                handle
                        .createQuery("SELECT COUNT(*) FROM " + which)
                        .bind("latest", latest.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                    == 0);
    if (none) {
      return;
    }
    database.update(
        handle ->
            handle
                .createUpdate("UPDATE " + which.replaceFirst(" ", " SET " + column + " = :latest "))
                .bind("latest", latest.toEpochMilli())
                .execute());
  }
}
