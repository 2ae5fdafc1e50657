package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.store.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The registered offices, their certificates and passwords. Safe for use from several threads. */
final class Offices {
  private final Database database;

  Offices(Database database) {
    this.database = database;
  }

  /** The office for which the certificate of this SHA-256 fingerprint speaks. */
  Optional<Office> ofFingerprint(String fingerprint) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT o.office_number, o.name, o.service_types FROM certificates c"
                        + " JOIN offices o ON o.office_number = c.office_number"
                        + " WHERE c.fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> office(row))
                .findOne());
  }

  /** The Argon2 hash of the office's password; empty when it is no longer registered. */
  Optional<String> passwordHash(OfficeNumber number) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT password_hash FROM offices WHERE office_number = :number")
                .bind("number", number.value())
                .mapTo(String.class)
                .findOne());
  }

  /** Registers an office or replaces what was registered; its other certificates stay good. */
  void register(Office office, String fingerprint, String passwordHash) {
    database.update(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO offices (office_number, name, service_types, password_hash)"
                      + " VALUES (:number, :name, :types, :hash)"
                      + " ON CONFLICT (office_number) DO UPDATE SET name = excluded.name,"
                      + " service_types = excluded.service_types,"
                      + " password_hash = excluded.password_hash")
              .bind("number", office.number().value())
              .bind("name", office.name())
              .bind("types", join(office.serviceTypes()))
              .bind("hash", passwordHash)
              .execute();
          addCertificate(handle, office.number(), fingerprint);
        });
  }

  /** Lets a further certificate speak for a registered office, as when its key is changed. */
  void addCertificate(OfficeNumber number, String fingerprint) {
    database.update(handle -> addCertificate(handle, number, fingerprint));
  }

  /** No certificate of this fingerprint speaks for anybody any more. */
  void removeCertificate(String fingerprint) {
    database.update(
        handle -> handle.execute("DELETE FROM certificates WHERE fingerprint = ?", fingerprint));
  }

  private static void addCertificate(Handle handle, OfficeNumber number, String fingerprint) {
    handle
        .createUpdate(
            "INSERT INTO certificates (fingerprint, office_number) VALUES (:fingerprint, :number)"
                + " ON CONFLICT (fingerprint) DO UPDATE SET office_number = excluded.office_number")
        .bind("fingerprint", fingerprint)
        .bind("number", number.value())
        .execute();
  }

  private static Office office(java.sql.ResultSet row) throws java.sql.SQLException {
    String types = row.getString("service_types");
    return new Office(
        new OfficeNumber(row.getString("office_number")),
        row.getString("name"),
        types.isEmpty()
            ? List.of()
            : Arrays.stream(types.split(",", -1)).map(ServiceTypeCode::new).toList());
  }

  private static String join(List<ServiceTypeCode> types) {
    return types.stream().map(ServiceTypeCode::value).collect(Collectors.joining(","));
  }
}
