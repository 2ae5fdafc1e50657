package careplanhub.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.jspecify.annotations.Nullable;

/** A file that somebody wants to import, told by its content and not by its name. */
public final class KeyImportFile {
  private final Path file;
  private final boolean keyStore;
  private final @Nullable X509CRL revocationList;
  private final List<X509Certificate> certificates;

  private KeyImportFile(
      Path file,
      boolean keyStore,
      @Nullable X509CRL revocationList,
      List<X509Certificate> certificates) {
    this.file = file;
    this.keyStore = keyStore;
    this.revocationList = revocationList;
    this.certificates = certificates;
  }

  /**
   * Reads a file.
   *
   * @param maximumBytes a larger one is refused unread
   * @throws KeyRefusedException when it is too large, or nothing that we know
   */
  public static KeyImportFile read(Path file, long maximumBytes) throws IOException {
    if (Files.size(file) > maximumBytes) {
      throw new KeyRefusedException(KeyRefusedException.Reason.TOO_LARGE, null);
    }
    byte[] bytes = Files.readAllBytes(file);
    if (isKeyStore(bytes)) {
      return new KeyImportFile(file, true, null, List.of());
    }
    X509CRL list = revocationListIn(bytes);
    List<X509Certificate> certificates = list == null ? certificatesIn(bytes) : List.of();
    if (list == null && certificates.isEmpty()) {
      throw new KeyRefusedException(KeyRefusedException.Reason.UNKNOWN_FILE, null);
    }
    return new KeyImportFile(file, false, list, certificates);
  }

  /**
   * The revocation list that some bytes are, DER or PEM.
   *
   * @throws KeyRefusedException when they are something else
   */
  public static X509CRL revocationList(byte[] bytes) throws KeyRefusedException {
    X509CRL list = revocationListIn(bytes);
    if (list == null) {
      throw new KeyRefusedException(KeyRefusedException.Reason.UNKNOWN_FILE, null);
    }
    return list;
  }

  /** Whether it is PKCS#12 and a password is needed. */
  public boolean isKeyStore() {
    return keyStore;
  }

  /** The revocation list; null when it is something else. */
  public @Nullable X509CRL revocationList() {
    return revocationList;
  }

  /** The certificates of a file of certificates. */
  public List<X509Certificate> certificates() {
    return certificates;
  }

  /**
   * The key of an office in a PKCS#12 file.
   *
   * @throws KeyFileException when the password is wrong or the file broken
   * @throws KeyRefusedException when not exactly one key in it is the office's
   */
  public OfficeKey keyOf(String officeNumber, char[] password) throws IOException {
    List<OfficeKey> found =
        Pkcs12.read(file, password).stream()
            .map(entry -> new OfficeKey(entry.key(), entry.chain()))
            .filter(key -> key.officeNumber().equals(officeNumber))
            .toList();
    if (found.size() != 1) {
      throw new KeyRefusedException(KeyRefusedException.Reason.NOT_ONE_KEY, null);
    }
    return found.get(0);
  }

  private static boolean isKeyStore(byte[] bytes) {
    try {
      return Pfx.getInstance(bytes) != null;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  private static @Nullable X509CRL revocationListIn(byte[] bytes) {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(bytes));
    } catch (GeneralSecurityException notOne) {
      return null;
    }
  }

  /** Also those of a PKCS#7 bundle (.p7b). */
  private static List<X509Certificate> certificatesIn(byte[] bytes) {
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
      List<X509Certificate> certificates = new ArrayList<>();
      found.forEach(one -> certificates.add((X509Certificate) one));
      return List.copyOf(certificates);
    } catch (GeneralSecurityException notOne) {
      return List.of();
    }
  }
}
