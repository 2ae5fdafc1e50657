package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import careplanhub.store.ContentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes parcels into their tables and reads them back. */
final class ParcelRows {
  private ParcelRows() {}

  static void insert(Handle handle, Parcel parcel) {
    handle
        .createUpdate(
            "INSERT INTO parcel (id, position, unit_id, sender, addressee, serial, channel, state, made_at,"
                + " attempts, next_attempt_at) VALUES (:id, :position, :unit, :sender, :addressee, :serial,"
                + " :channel, :state, :made, 0, :made)")
        .bind("id", parcel.id())
        .bind("position", Positions.next(handle, "parcel"))
        .bind("unit", parcel.unitId())
        .bind("sender", parcel.sender().value())
        .bind("addressee", parcel.addressee().value())
        .bind("serial", parcel.serial().value())
        .bind("channel", parcel.channel())
        .bind("state", parcel.state().name())
        .bind("made", parcel.madeAt().toEpochMilli())
        .execute();
    for (int position = 0; position < parcel.files().size(); position++) {
      Parcel.ParcelEntry file = parcel.files().get(position);
      handle
          .createUpdate(
              "INSERT INTO parcel_file (parcel_id, position, name, content_id, csv_version) VALUES"
                  + " (:parcel, :position, :name, :content, :version)")
          .bind("parcel", parcel.id())
          .bind("position", position)
          .bind("name", file.name())
          .bind("content", file.content().hex())
          .bind("version", file.csvVersion())
          .execute();
    }
  }

  /** The parcels that a condition names; its one parameter is {@code :key}. */
  static List<Parcel> select(Handle handle, String condition, String key) {
    return handle
        .createQuery("SELECT * FROM parcel " + condition)
        .bind("key", key)
        .map((row, context) -> parcel(row, files(handle, row.getString("id"))))
        .list();
  }

  private static List<Parcel.ParcelEntry> files(Handle handle, String parcel) {
    return handle
        .createQuery("SELECT * FROM parcel_file WHERE parcel_id = :parcel ORDER BY position")
        .bind("parcel", parcel)
        .map(
            (row, context) ->
                new Parcel.ParcelEntry(
                    row.getString("name"),
                    new ContentId(row.getString("content_id")),
                    row.getString("csv_version")))
        .list();
  }

  private static Parcel parcel(ResultSet row, List<Parcel.ParcelEntry> files) throws SQLException {
    return new Parcel(
        row.getString("id"),
        row.getString("unit_id"),
        new OfficeNumber(row.getString("sender")),
        new OfficeNumber(row.getString("addressee")),
        new Serial(row.getString("serial")),
        row.getString("channel"),
        Parcel.State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getInt("attempts"),
        files,
        instant(row, "handed_over_at"),
        instant(row, "fetched_at"),
        instant(row, "imported_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long milliseconds = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(milliseconds);
  }
}
