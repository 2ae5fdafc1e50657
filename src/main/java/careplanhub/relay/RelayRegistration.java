package careplanhub.relay;

import careplanhub.security.Passwords;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Registers offices at a relay, before it starts or while it runs: the relay looks into its
 * database at every call. Times out like any database access when another process holds the
 * database.
 */
public final class RelayRegistration {
  private RelayRegistration() {}

  /**
   * Registers an office, or replaces name, service types and password of a registered one and adds
   * a certificate to it.
   *
   * @param directory the relay's folder
   * @param fingerprint SHA-256 of the office's client certificate, 64 hexadecimal digits
   * @param password with which the office logs in; its user id is the office number
   */
  public static void register(
      Path directory,
      OfficeNumber office,
      String name,
      List<ServiceTypeCode> serviceTypes,
      String fingerprint,
      char[] password)
      throws IOException {
    try (Database database = RelayFolder.openDatabase(directory)) {
      new Offices(database)
          .register(
              new Office(office, name, serviceTypes),
              checked(fingerprint),
              Passwords.hash(password));
    }
  }

  /** Lets a further certificate speak for a registered office, as while its key is changed. */
  public static void addCertificate(Path directory, OfficeNumber office, String fingerprint)
      throws IOException {
    try (Database database = RelayFolder.openDatabase(directory)) {
      new Offices(database).addCertificate(office, checked(fingerprint));
    }
  }

  /** The certificate of this fingerprint speaks for nobody any more. */
  public static void removeCertificate(Path directory, String fingerprint) throws IOException {
    try (Database database = RelayFolder.openDatabase(directory)) {
      new Offices(database).removeCertificate(checked(fingerprint));
    }
  }

  private static String checked(String fingerprint) {
    if (!fingerprint.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A fingerprint is 64 lower-case hexadecimal digits (SHA-256).");
    }
    return fingerprint;
  }
}
