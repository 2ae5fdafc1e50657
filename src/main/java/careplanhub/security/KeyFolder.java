package careplanhub.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code keys} folder: which file holds what, and the one password of its PKCS#12 files.
 *
 * <p>{@code authority.p12} (only where the test authority lives), {@code authority.crt}, {@code
 * authority.crl}, {@code <officeNumber>.p12} (a {@link KeyRing}) and {@code .csr}, {@code
 * relay.p12} (server), {@code hub.p12} (seals), {@code vault.p12} (the vault's key; no
 * certificate), {@code password}. Beside each PKCS#12 file with a certificate lies the certificate
 * alone as {@code .crt}, so that expiry is seen without the password.
 */
public final class KeyFolder {
  /** The environment variable that holds the password; it goes before the file. */
  public static final String PASSWORD_VARIABLE = "CAREPLANHUB_KEY_PASSWORD";

  private final Path directory;

  /** Writes a file whole or not at all, replacing the old one, readable by its owner only. */
  @FunctionalInterface
  public interface SecretWriter {
    void write(Path file, byte[] bytes) throws IOException;
  }

  public KeyFolder(Path directory) {
    this.directory = directory;
  }

  public Path directory() {
    return directory;
  }

  public Path authority() {
    return directory.resolve("authority.p12");
  }

  public Path authorityCertificate() {
    return directory.resolve("authority.crt");
  }

  public Path revocationList() {
    return directory.resolve("authority.crl");
  }

  public Path office(String officeNumber) {
    return directory.resolve(officeNumber + ".p12");
  }

  /** An office's last request for a certificate. */
  public Path request(String officeNumber) {
    return directory.resolve(officeNumber + ".csr");
  }

  /** Which certificate of an office the other sides have taken last; a hub writes it. */
  Path accepted(String officeNumber) {
    return directory.resolve(officeNumber + ".accepted");
  }

  public Path relay() {
    return directory.resolve("relay.p12");
  }

  public Path hub() {
    return directory.resolve("hub.p12");
  }

  public Path vault() {
    return directory.resolve("vault.p12");
  }

  public Path passwordFile() {
    return directory.resolve("password");
  }

  /** The certificate that lies beside a PKCS#12 file. */
  public Path certificateBeside(Path pkcs12) {
    String name = String.valueOf(pkcs12.getFileName());
    return directory.resolve(name.replaceFirst("\\.p12$", "") + ".crt");
  }

  /**
   * The password: from the environment, else the first line of the password file.
   *
   * @param environment usually {@code System.getenv()}
   * @throws KeyFileException when neither is there
   */
  public char[] password(Map<String, String> environment) throws IOException {
    String fromEnvironment = environment.get(PASSWORD_VARIABLE);
    if (fromEnvironment != null && !fromEnvironment.isEmpty()) {
      return fromEnvironment.toCharArray();
    }
    try (Stream<String> lines = Files.lines(passwordFile(), StandardCharsets.UTF_8)) {
      String line = lines.findFirst().orElse("").strip();
      if (!line.isEmpty()) {
        return line.toCharArray();
      }
    } catch (NoSuchFileException e) {
      throw new KeyFileException(KeyFileException.Reason.NO_PASSWORD, passwordFile(), e);
    }
    throw new KeyFileException(KeyFileException.Reason.NO_PASSWORD, passwordFile(), null);
  }

  /** Like {@link #password}; when there is none yet, makes a random one and writes the file. */
  public char[] passwordOrNew(Map<String, String> environment, SecretWriter writer)
      throws IOException {
    try {
      return password(environment);
    } catch (KeyFileException e) {
      if (e.reason() != KeyFileException.Reason.NO_PASSWORD) {
        throw e;
      }
    }
    char[] password = RandomSecret.password();
    writer.write(
        passwordFile(), (String.valueOf(password) + "\n").getBytes(StandardCharsets.UTF_8));
    return password;
  }

  /**
   * Writes a key's PKCS#12 file and its certificate beside it. Earlier certificates of the same
   * name stay in the {@code .crt} before the new one: what a hub sealed must stay provable, and
   * what an office had must stay revocable.
   */
  public void store(Path pkcs12, OfficeKey key, char[] password, SecretWriter writer)
      throws IOException {
    addCertificate(pkcs12, key.certificate(), writer);
    writer.write(pkcs12, key.toPkcs12(password));
  }

  /** Notes a certificate whose key lies elsewhere, so that it is listed and can be revoked. */
  public void addCertificate(Path pkcs12, X509Certificate certificate, SecretWriter writer)
      throws IOException {
    Path beside = certificateBeside(pkcs12);
    if (Files.exists(beside) && Certificates.read(beside).contains(certificate)) {
      return;
    }
    String earlier =
        Files.exists(beside) ? Files.readString(beside, StandardCharsets.US_ASCII) : "";
    String all = earlier + Certificates.toPem(certificate);
    writer.write(beside, all.getBytes(StandardCharsets.US_ASCII));
  }

  /** Copies another folder's authority certificate and revocation list into this one. */
  public void trustAuthorityOf(KeyFolder other, SecretWriter writer) throws IOException {
    writer.write(authorityCertificate(), Files.readAllBytes(other.authorityCertificate()));
    writer.write(revocationList(), Files.readAllBytes(other.revocationList()));
  }

  /** Writes the authority's key, certificate and an empty revocation list. */
  public void store(TestAuthority authority, char[] password, SecretWriter writer)
      throws IOException {
    writer.write(authority(), authority.toPkcs12(password));
    writer.write(authorityCertificate(), pem(authority.certificate()));
    writer.write(revocationList(), pem(authority.revocationList(null, List.of())));
  }

  /**
   * Revokes all certificates that lie beside an office's key file.
   *
   * @return how many; the new revocation list is written
   */
  public int revoke(TestAuthority authority, String officeNumber, SecretWriter writer)
      throws IOException {
    List<X509Certificate> all = Certificates.read(certificateBeside(office(officeNumber)));
    renewRevocationList(authority, all, writer);
    return all.size();
  }

  /** Like {@link #revoke}, but the newest certificate stays in force, as after a renewal. */
  public int revokeEarlier(TestAuthority authority, String officeNumber, SecretWriter writer)
      throws IOException {
    List<X509Certificate> all = Certificates.read(certificateBeside(office(officeNumber)));
    renewRevocationList(authority, all.subList(0, all.size() - 1), writer);
    return all.size() - 1;
  }

  /** Writes the revocation list anew, with these certificates added and a new date. */
  public void renewRevocationList(
      TestAuthority authority, List<X509Certificate> added, SecretWriter writer)
      throws IOException {
    X509CRL list = authority.revocationList(currentRevocationList(), added);
    writer.write(revocationList(), pem(list));
  }

  /** A key that follows its file: replace the file and new handshakes use it. */
  public Supplier<OfficeKey> following(Path pkcs12, char[] password) throws IOException {
    char[] kept = password.clone();
    return new Reloaded<>(List.of(pkcs12), () -> OfficeKey.load(pkcs12, kept));
  }

  /** Trust in {@code authority.crt} and, when it is there, {@code authority.crl}; follows both. */
  public Supplier<Trust> followingTrust() throws IOException {
    return new Reloaded<>(List.of(authorityCertificate(), revocationList()), this::trustNow);
  }

  /**
   * The trust of this moment: {@code authority.crt} and, when it is there, {@code authority.crl}.
   */
  public Trust trustNow() throws IOException {
    X509CRL list = currentRevocationList();
    return new Trust(
        Certificates.read(authorityCertificate()), list == null ? List.of() : List.of(list));
  }

  @Nullable X509CRL currentRevocationList() throws IOException {
    return Files.exists(revocationList())
        ? Certificates.readRevocationList(revocationList())
        : null;
  }

  private static byte[] pem(Object certificateOrList) {
    return Certificates.toPem(certificateOrList).getBytes(StandardCharsets.US_ASCII);
  }
}
