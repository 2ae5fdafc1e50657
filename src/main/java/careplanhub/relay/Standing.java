package careplanhub.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an office may use the relay.
 *
 * @param licenceFrom first day of its licence; null without a bound
 * @param licenceUntil last day of its licence; null without a bound
 * @param locked whether the relay's administrator has locked it
 */
record Standing(@Nullable LocalDate licenceFrom, @Nullable LocalDate licenceUntil, boolean locked) {
  static Standing of(ResultSet row) throws SQLException {
    row.getLong("locked_at");
    boolean locked = !row.wasNull();
    return new Standing(day(row, "licence_from"), day(row, "licence_until"), locked);
  }

  /** Why it may not; empty when it may. */
  Optional<RefusalCode> refusal(LocalDate today) {
    if (locked) {
      return Optional.of(RefusalCode.OFFICE_LOCKED);
    }
    if (licenceFrom != null && today.isBefore(licenceFrom)) {
      return Optional.of(RefusalCode.LICENCE_NOT_YET_VALID);
    }
    if (licenceUntil != null && today.isAfter(licenceUntil)) {
      return Optional.of(RefusalCode.LICENCE_EXPIRED);
    }
    return Optional.empty();
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : LocalDate.parse(text);
  }
}
