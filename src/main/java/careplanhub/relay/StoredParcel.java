package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that the relay holds.
 *
 * @param sequence the relay's count of accepted parcels
 * @param parcelId the sender's id
 * @param from the sender
 * @param fromName its registered name; its number when it is no longer registered
 * @param to the addressee
 * @param toName likewise
 * @param message may be empty
 * @param receipt what the sender got
 * @param senderHead the sender's chain head when it sent; may be empty
 * @param uploadId under which its contents are kept
 * @param fetchedAt when its addressee had all its bytes; null before
 * @param acknowledgedAt null before
 * @param acknowledgement the addressee's signed receipt; null when it gave none
 * @param files in the sender's order
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record StoredParcel(
    long sequence,
    UUID parcelId,
    OfficeNumber from,
    String fromName,
    OfficeNumber to,
    String toName,
    String message,
    Parcels.Receipt receipt,
    String senderHead,
    String uploadId,
    @Nullable Instant fetchedAt,
    @Nullable Instant acknowledgedAt,
    byte @Nullable [] acknowledgement,
    List<StoredFile> files) {

  /** A file of a held parcel: its name, what the relay shows of it, its size and hash. */
  record StoredFile(
      String name, ParcelFileName shown, String csvVersion, long size, String sha256) {}

  static final String SELECT =
      "SELECT p.*, coalesce(s.name, p.from_office) AS from_name,"
          + " coalesce(a.name, p.to_office) AS to_name FROM parcels p"
          + " LEFT JOIN offices s ON s.office_number = p.from_office"
          + " LEFT JOIN offices a ON a.office_number = p.to_office";

  static StoredParcel of(ResultSet row, Vault vault, Handle handle) throws SQLException {
    String uploadId = row.getString("upload_id");
    return new StoredParcel(
        row.getLong("sequence"),
        UUID.fromString(row.getString("parcel_id")),
        new OfficeNumber(row.getString("from_office")),
        row.getString("from_name"),
        new OfficeNumber(row.getString("to_office")),
        row.getString("to_name"),
        vault.unseal(row.getString("message")),
        new Parcels.Receipt(
            row.getString("receipt_id"),
            Instant.ofEpochMilli(row.getLong("accepted_at")),
            row.getString("relay_head")),
        row.getString("sender_head"),
        uploadId,
        instant(row, "fetched_at"),
        instant(row, "acknowledged_at"),
        row.getBytes("receipt"),
        files(handle, vault, uploadId));
  }

  private static List<StoredFile> files(Handle handle, Vault vault, String uploadId) {
    return handle
        .createQuery("SELECT * FROM files WHERE upload_id = :upload ORDER BY file_number")
        .bind("upload", uploadId)
        .map(
            (row, context) ->
                new StoredFile(
                    vault.unseal(row.getString("name")),
                    new ParcelFileName(
                        row.getString("kind"),
                        row.getString("from_service_type"),
                        row.getString("to_service_type")),
                    row.getString("csv_version"),
                    row.getLong("size"),
                    row.getString("sha256")))
        .list();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
