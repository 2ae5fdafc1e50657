package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import careplanhub.store.Database;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Serials (ファイル連番) that the hub itself gives: Japan's time, and for one office each later than
 * every one before, also after a restart or when the clock went back. Safe for every thread.
 */
public final class LedgerSerials {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Database database;
  private final Clock clock;

  public LedgerSerials(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The next serial of an office's own files. */
  public Serial next(OfficeNumber office) {
    return database.write(
        handle -> {
          LocalDateTime now =
              LocalDateTime.now(clock.withZone(JAPAN)).truncatedTo(ChronoUnit.SECONDS);
          Serial next =
              handle
                  .createQuery("SELECT serial FROM last_serial WHERE office = :office")
                  .bind("office", office.value())
                  .mapTo(String.class)
                  .findOne()
                  .map(last -> new Serial(last).moment().plusSeconds(1))
                  .filter(after -> after.isAfter(now))
                  .map(Serial::of)
                  .orElse(Serial.of(now));
          handle
              .createUpdate(
                  "INSERT INTO last_serial (office, serial) VALUES (:office, :serial) ON CONFLICT"
                      + " (office) DO UPDATE SET serial = :serial")
              .bind("office", office.value())
              .bind("serial", next.value())
              .execute();
          return next;
        });
  }
}
