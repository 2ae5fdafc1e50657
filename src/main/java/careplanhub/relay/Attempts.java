package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Counts wrong logins in a row and locks an office for a while after too many. They are kept over a
 * restart. Safe for use from several threads.
 */
final class Attempts {
  private final Database database;
  private final RelaySettings.Login settings;
  private final Clock clock;

  Attempts(Database database, RelaySettings.Login settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  private record Wrong(int count, Instant last) {}

  /** Counts a try before its password is looked at, so that parallel guesses are counted too. */
  void count(OfficeNumber office) {
    Instant now = clock.instant();
    database.update(
        handle -> {
          Wrong former = former(handle, office, now);
          if (former.count() >= settings.attempts()) {
            throw new Refusal(RefusalCode.LOGIN_LOCKED);
          }
          handle.execute(
              "INSERT INTO login_attempts (office_number, wrong, last_at) VALUES (?, ?, ?)"
                  + " ON CONFLICT (office_number) DO UPDATE SET wrong = excluded.wrong,"
                  + " last_at = excluded.last_at",
              office.value(),
              former.count() + 1,
              now.toEpochMilli());
        });
  }

  void forget(OfficeNumber office) {
    database.update(handle -> forget(handle, office));
  }

  static void forget(Handle handle, OfficeNumber office) {
    handle.execute("DELETE FROM login_attempts WHERE office_number = ?", office.value());
  }

  private Wrong former(Handle handle, OfficeNumber office, Instant now) {
    return handle
        .createQuery("SELECT wrong, last_at FROM login_attempts WHERE office_number = :number")
        .bind("number", office.value())
        .map(
            (row, context) ->
                new Wrong(row.getInt("wrong"), Instant.ofEpochMilli(row.getLong("last_at"))))
        .findOne()
        .filter(wrong -> isRecent(wrong.last(), now))
        .orElse(new Wrong(0, now));
  }

  /** A time to come was written under a clock that has been set back. */
  private boolean isRecent(Instant last, Instant now) {
    return now.isBefore(last.plus(settings.lockTime())) && !last.isAfter(now);
  }
}
