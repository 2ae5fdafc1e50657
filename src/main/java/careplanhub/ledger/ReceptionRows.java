package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes receptions into their tables and reads them back. */
final class ReceptionRows {
  private ReceptionRows() {}

  static void insertFile(
      Handle handle, Vault vault, String reception, int position, Reception.ReceivedFile file) {
    handle
        .createUpdate(
            "INSERT INTO reception_file (reception_id, position, name_sealed, content_id,"
                + " csv_version) VALUES (:reception, :position, :name, :content, :version)")
        .bind("reception", reception)
        .bind("position", position)
        .bind("name", vault.seal(file.name()))
        .bind("content", file.content().hex())
        .bind("version", file.csvVersion())
        .execute();
  }

  static void insertStaged(
      Handle handle, Vault vault, String reception, int position, Receptions.StagedFile file) {
    handle
        .createUpdate(
            "INSERT INTO inbox_file (reception_id, position, staged_name, name_sealed) VALUES"
                + " (:reception, :position, :staged, :name)")
        .bind("reception", reception)
        .bind("position", position)
        .bind("staged", file.stagedName())
        .bind("name", vault.seal(file.name()))
        .execute();
  }

  static void rename(Handle handle, Vault vault, String reception, String stagedName, String name) {
    handle
        .createUpdate(
            "UPDATE inbox_file SET name_sealed = :name WHERE reception_id = :reception AND"
                + " staged_name = :staged")
        .bind("name", vault.seal(name))
        .bind("reception", reception)
        .bind("staged", stagedName)
        .execute();
  }

  static List<Receptions.StagedFile> staged(Handle handle, Vault vault, String reception) {
    return handle
        .createQuery("SELECT * FROM inbox_file WHERE reception_id = :reception ORDER BY position")
        .bind("reception", reception)
        .map(
            (row, context) ->
                new Receptions.StagedFile(
                    row.getString("staged_name"), vault.unseal(row.getString("name_sealed"))))
        .list();
  }

  /** The receptions that a condition names; its one parameter is {@code :key}. */
  static List<Reception> select(Handle handle, Vault vault, String condition, String key) {
    return handle
        .createQuery("SELECT * FROM reception " + condition)
        .bind("key", key)
        .map((row, context) -> reception(row, vault, files(handle, vault, row.getString("id"))))
        .list();
  }

  private static List<Reception.ReceivedFile> files(Handle handle, Vault vault, String reception) {
    return handle
        .createQuery("SELECT * FROM reception_file WHERE reception_id = :id ORDER BY position")
        .bind("id", reception)
        .map(
            (row, context) ->
                new Reception.ReceivedFile(
                    vault.unseal(row.getString("name_sealed")),
                    new ContentId(row.getString("content_id")),
                    row.getString("csv_version")))
        .list();
  }

  private static Reception reception(ResultSet row, Vault vault, List<Reception.ReceivedFile> files)
      throws SQLException {
    return new Reception(
        row.getString("id"),
        row.getString("channel"),
        row.getString("parcel_id"),
        new OfficeNumber(row.getString("office")),
        new OfficeNumber(row.getString("sender")),
        vault.unseal(row.getString("message_sealed")),
        row.getString("serial"),
        Reception.State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("received_at")),
        files,
        row.getInt("errors"),
        ParcelRows.instant(row, "delivered_at"));
  }
}
