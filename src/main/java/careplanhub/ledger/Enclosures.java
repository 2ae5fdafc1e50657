package careplanhub.ledger;

import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The messages of parcels and the own names of their attachments, sealed in the ledger since they
 * may hold people's names. Safe for every thread.
 */
public final class Enclosures {
  private final Database database;
  private final Vault vault;

  public Enclosures(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** What was put beside the files of a parcel; {@link Enclosure#NONE} when nothing was. */
  public Enclosure of(String parcel) {
    return database.read(
        handle -> {
          Map<String, String> names = new HashMap<>();
          handle
              .createQuery("SELECT * FROM parcel_enclosed_file WHERE parcel_id = :parcel")
              .bind("parcel", parcel)
              .map(
                  (row, context) ->
                      names.put(row.getString("name"), vault.unseal(row.getString("name_sealed"))))
              .list();
          return handle
              .createQuery("SELECT message_sealed FROM parcel_enclosure WHERE parcel_id = :parcel")
              .bind("parcel", parcel)
              .mapTo(String.class)
              .findOne()
              .map(message -> new Enclosure(vault.unseal(message), names))
              .orElse(Enclosure.NONE);
        });
  }

  /**
   * Notes, within the transaction that packs a parcel, what is put beside its files. The unit as
   * which it arrived is done with.
   */
  void enclose(Handle handle, String parcel, String unit, Enclosure enclosure) {
    handle
        .createUpdate(
            "INSERT INTO parcel_enclosure (parcel_id, unit_id, message_sealed) VALUES (:parcel,"
                + " :unit, :message)")
        .bind("parcel", parcel)
        .bind("unit", unit)
        .bind("message", vault.seal(enclosure.message()))
        .execute();
    enclosure
        .names()
        .forEach(
            (name, own) ->
                handle
                    .createUpdate(
                        "INSERT INTO parcel_enclosed_file (parcel_id, name, name_sealed) VALUES"
                            + " (:parcel, :name, :own)")
                    .bind("parcel", parcel)
                    .bind("name", name)
                    .bind("own", vault.seal(own))
                    .execute());
    OutgoingUnits.state(handle, unit, OutgoingUnit.State.PACKED);
  }

  /** The same beside a parcel that is sent again. */
  static void copy(Handle handle, String from, String to) {
    handle
        .createUpdate(
            "INSERT INTO parcel_enclosure (parcel_id, unit_id, message_sealed) SELECT :to, unit_id,"
                + " message_sealed FROM parcel_enclosure WHERE parcel_id = :from")
        .bind("from", from)
        .bind("to", to)
        .execute();
    handle
        .createUpdate(
            "INSERT INTO parcel_enclosed_file (parcel_id, name, name_sealed) SELECT :to, name,"
                + " name_sealed FROM parcel_enclosed_file WHERE parcel_id = :from")
        .bind("from", from)
        .bind("to", to)
        .execute();
  }
}
