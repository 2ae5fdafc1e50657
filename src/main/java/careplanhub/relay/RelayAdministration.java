package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relay's administrator sets and sees, before the relay starts or while it runs: the relay
 * looks into its database at every call. Times out like any database access when another process
 * holds the database.
 */
public final class RelayAdministration implements AutoCloseable {
  private final Database database;
  private final RelayFolder folder;
  private final RelaySettings.Quotas quotas;
  private final Clock clock;

  private RelayAdministration(
      Database database, RelayFolder folder, RelaySettings.Quotas quotas, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.quotas = quotas;
    this.clock = clock;
  }

  /**
   * Opens a relay's folder.
   *
   * @throws IOException when it lacks its keys, or its settings cannot be read
   */
  public static RelayAdministration open(Path directory, Clock clock) throws IOException {
    RelayFolder folder = new RelayFolder(directory);
    RelaySettings.Quotas quotas = RelaySettings.load(directory).quotas();
    return new RelayAdministration(folder.database(), folder, quotas, clock);
  }

  /**
   * An office as the administrator sees it.
   *
   * @param number its address
   * @param name its registered name
   * @param refusal why it may not use the relay today, in Japanese; empty when it may
   * @param licenceFrom first day, null without a bound
   * @param licenceUntil last day, null without a bound
   * @param asksOneTimePassword whether its login needs one
   * @param sentToday parcels it sent today in Japan
   * @param parcelsPerDay how many it may
   * @param storedBytes bytes of what it sent and is not deleted yet
   * @param storedBytesAllowed how many it may have
   * @param waiting parcels for it that it has not acknowledged
   */
  public record OfficeLine(
      OfficeNumber number,
      String name,
      String refusal,
      @Nullable LocalDate licenceFrom,
      @Nullable LocalDate licenceUntil,
      boolean asksOneTimePassword,
      long sentToday,
      long parcelsPerDay,
      long storedBytes,
      long storedBytesAllowed,
      long waiting) {}

  /** All registered offices, by number. */
  public List<OfficeLine> offices() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT o.*, s.office_number IS NOT NULL AS asks,"
                        + " CASE WHEN u.day = :today THEN u.parcels ELSE 0 END AS sent_today,"
                        + " coalesce(u.stored_bytes, 0) AS stored,"
                        + " (SELECT count(*) FROM parcels p WHERE p.to_office = o.office_number"
                        + "   AND p.acknowledged_at IS NULL) AS waiting"
                        + " FROM offices o"
                        + " LEFT JOIN one_time_secrets s ON s.office_number = o.office_number"
                        + " LEFT JOIN office_usage u ON u.office_number = o.office_number"
                        + " ORDER BY o.office_number")
                .bind("today", Standings.today(clock).toString())
                .map((row, context) -> line(row))
                .list());
  }

  private OfficeLine line(ResultSet row) throws SQLException {
    Standing standing = Standing.of(row);
    return new OfficeLine(
        new OfficeNumber(row.getString("office_number")),
        row.getString("name"),
        standing.refusal(Standings.today(clock)).map(RefusalCode::message).orElse(""),
        standing.licenceFrom(),
        standing.licenceUntil(),
        row.getBoolean("asks"),
        row.getLong("sent_today"),
        otherwise(row, "parcels_per_day", quotas.parcelsPerDay()),
        row.getLong("stored"),
        otherwise(row, "stored_bytes", quotas.storedBytes()),
        row.getLong("waiting"));
  }

  private static long otherwise(ResultSet row, String column, long absent) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? absent : value;
  }

  /**
   * Sets the days on which an office may use the relay, both included; null is no bound.
   *
   * @return false when no such office is registered, here and in all that follows
   */
  public boolean license(OfficeNumber office, @Nullable LocalDate from, @Nullable LocalDate until) {
    return set(
        "UPDATE offices SET licence_from = ?, licence_until = ? WHERE office_number = ?",
        from == null ? null : from.toString(),
        until == null ? null : until.toString(),
        office.value());
  }

  /** Keeps an office out until it is unlocked. */
  public boolean lock(OfficeNumber office) {
    return set(
        "UPDATE offices SET locked_at = ? WHERE office_number = ?", clock.millis(), office.value());
  }

  /** Lets a locked office in again, also one that too many wrong passwords had locked. */
  public boolean unlock(OfficeNumber office) {
    return database.write(
        handle -> {
          Attempts.forget(handle, office);
          return handle.execute(
                  "UPDATE offices SET locked_at = NULL WHERE office_number = ?", office.value())
              > 0;
        });
  }

  /** Sets an office's own quotas; null is what {@code relay.yaml} says. */
  public boolean allow(
      OfficeNumber office, @Nullable Long parcelsPerDay, @Nullable Long storedBytes) {
    return set(
        "UPDATE offices SET parcels_per_day = ?, stored_bytes = ? WHERE office_number = ?",
        parcelsPerDay,
        storedBytes,
        office.value());
  }

  /**
   * Asks one-time passwords by time (RFC 6238) of an office's logins; a former secret ends.
   *
   * @return the secret in Base32 for the office's application; null when no such office is
   *     registered
   */
  public @Nullable String requireOneTimePassword(OfficeNumber office) throws IOException {
    return isRegistered(office) ? timedPasswords().require(office) : null;
  }

  /** Asks no one-time passwords of an office any more. */
  public boolean releaseOneTimePassword(OfficeNumber office) throws IOException {
    timedPasswords().release(office);
    return isRegistered(office);
  }

  @Override
  public void close() {
    database.close();
  }

  private TimedPasswords timedPasswords() throws IOException {
    return new TimedPasswords(database, folder.vault(), clock);
  }

  private boolean isRegistered(OfficeNumber office) {
    return database.read(handle -> Standings.find(handle, office)).isPresent();
  }

  private boolean set(String sql, @Nullable Object... values) {
    return database.write(handle -> handle.execute(sql, values)) > 0;
  }
}
