package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Looks up whether offices may use the relay, now. Safe for use from several threads. */
final class Standings {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Database database;
  private final Clock clock;

  Standings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The day in Japan, by which licences and quotas go. */
  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  /** Passes when the office may use the relay; else refuses with the reason. */
  void require(OfficeNumber office) {
    database
        .read(handle -> find(handle, office))
        .flatMap(standing -> standing.refusal(today(clock)))
        .ifPresent(
            code -> {
              throw new Refusal(code);
            });
  }

  /** Within the caller's transaction: how an office stands; empty when it is not registered. */
  static Optional<Standing> find(Handle handle, OfficeNumber office) {
    return handle
        .createQuery(
            "SELECT licence_from, licence_until, locked_at FROM offices"
                + " WHERE office_number = :number")
        .bind("number", office.value())
        .map((row, context) -> Standing.of(row))
        .findOne();
  }
}
