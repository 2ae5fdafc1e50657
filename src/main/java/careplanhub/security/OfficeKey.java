package careplanhub.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A private key with its certificate: an office's client key, a server's key, or the key with which
 * a hub signs. Immutable and safe for use from several threads. {@link #toString} names only the
 * fingerprint.
 */
public final class OfficeKey {
  private static final int SELF_SIGNED_YEARS = 10;
  private static final String ALIAS = "key";

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  OfficeKey(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /**
   * Reads the newest key of a PKCS#12 file that has a certificate, whatever the time.
   *
   * @throws KeyFileException when the file is missing, the password wrong or no such key in it
   */
  public static OfficeKey load(Path file, char[] password) throws IOException {
    return KeyRing.load(file, password)
        .newest()
        .orElseThrow(() -> new KeyFileException(KeyFileException.Reason.NO_KEY, file, null));
  }

  /** Makes a key whose certificate it signs itself, good for ten years: the hub's key for seals. */
  public static OfficeKey selfSigned(String commonName, Clock clock) {
    return Certificates.selfSigned(commonName, Validity.years(clock, SELF_SIGNED_YEARS));
  }

  /** The bytes of a PKCS#12 file with this key. */
  public byte[] toPkcs12(char[] password) {
    return Pkcs12.write(List.of(new Pkcs12.Entry(ALIAS, key, chain)), password);
  }

  /** The certificate of this key. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The certificate and those of its issuers, as far as the file holds them. */
  public List<X509Certificate> chain() {
    return chain;
  }

  /** The common name of the subject: for an office its ten-digit number. */
  public String officeNumber() {
    return commonName(certificate());
  }

  /** SHA-256 of the certificate as 64 lower-case hexadecimal digits. */
  public String fingerprint() {
    return fingerprint(certificate());
  }

  /** SHA-256 of a certificate as 64 lower-case hexadecimal digits. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return sha256(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that was read has no encoding", e);
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java lacks SHA-256", e);
    }
  }

  /** The common name of a certificate's subject, or "" when it has none. */
  public static String commonName(X509Certificate certificate) {
    return commonName(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
  }

  static String commonName(X500Name subject) {
    RDN[] names = subject.getRDNs(BCStyle.CN);
    return names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
  }

  PrivateKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "OfficeKey " + fingerprint();
  }
}
