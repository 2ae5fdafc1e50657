package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Counts what offices send, against their quotas. All within the caller's transaction. */
final class Usage {
  private Usage() {}

  /** How much an office has used, and how much it may. */
  private record Account(
      String day, long parcels, long stored, long parcelsAllowed, long storedAllowed) {
    static Account of(ResultSet row, RelaySettings.Quotas defaults) throws SQLException {
      return new Account(
          row.getString("day"),
          row.getLong("parcels"),
          row.getLong("stored"),
          allowed(row, "parcels_per_day", defaults.parcelsPerDay()),
          allowed(row, "stored_bytes", defaults.storedBytes()));
    }

    private static long allowed(ResultSet row, String column, long otherwise) throws SQLException {
      long own = row.getLong(column);
      return row.wasNull() ? otherwise : own;
    }
  }

  /** Counts a parcel that is accepted; refuses it when a quota would be passed. */
  static void charge(
      Handle handle,
      OfficeNumber office,
      long bytes,
      LocalDate today,
      RelaySettings.Quotas defaults) {
    Account account = account(handle, office, defaults);
    long parcels = account.day().equals(today.toString()) ? account.parcels() : 0;
    if (parcels >= account.parcelsAllowed()) {
      throw new Refusal(RefusalCode.PARCELS_OF_DAY_USED_UP);
    }
    if (bytes > account.storedAllowed() - account.stored()) {
      throw new Refusal(RefusalCode.STORAGE_USED_UP);
    }
    handle.execute(
        "INSERT INTO office_usage (office_number, day, parcels, stored_bytes)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (office_number) DO UPDATE SET"
            + " day = excluded.day, parcels = excluded.parcels,"
            + " stored_bytes = excluded.stored_bytes",
        office.value(),
        today.toString(),
        parcels + 1,
        account.stored() + bytes);
  }

  /** Gives back the room of a parcel whose contents are deleted; before its files' rows go. */
  static void release(Handle handle, String uploadId) {
    handle.execute(
        "UPDATE office_usage SET stored_bytes = stored_bytes -"
            + " (SELECT coalesce(sum(size), 0) FROM files WHERE upload_id = ?)"
            + " WHERE office_number = (SELECT from_office FROM parcels WHERE upload_id = ?)",
        uploadId,
        uploadId);
  }

  private static Account account(
      Handle handle, OfficeNumber office, RelaySettings.Quotas defaults) {
    return handle
        .createQuery(
            "SELECT coalesce(u.day, '') AS day, coalesce(u.parcels, 0) AS parcels,"
                + " coalesce(u.stored_bytes, 0) AS stored, o.parcels_per_day, o.stored_bytes"
                + " FROM offices o LEFT JOIN office_usage u ON u.office_number = o.office_number"
                + " WHERE o.office_number = :number")
        .bind("number", office.value())
        .map((row, context) -> Account.of(row, defaults))
        .findOne()
        // the registration went while the parcel came in
        .orElseThrow(() -> new Refusal(RefusalCode.OFFICE_LOCKED));
  }
}
