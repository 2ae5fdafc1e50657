package careplanhub.security;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a certificate or a revocation list still holds.
 *
 * @param file where it lies
 * @param name the common name of the certificate's subject; "" for a revocation list
 * @param fingerprint SHA-256 of the certificate in hexadecimal; "" for a revocation list
 * @param revoked whether the folder's revocation list has the certificate
 * @param expiry its end
 */
public record CertificateStatus(
    Path file, String name, String fingerprint, boolean revoked, Expiry expiry) {

  static CertificateStatus of(
      Path file, X509Certificate certificate, @Nullable X509CRL list, Instant now) {
    return new CertificateStatus(
        file,
        OfficeKey.commonName(certificate),
        OfficeKey.fingerprint(certificate),
        list != null && list.isRevoked(certificate),
        Expiry.of(certificate.getNotAfter().toInstant(), now));
  }

  static CertificateStatus of(Path file, X509CRL list, Instant now) {
    return new CertificateStatus(
        file, "", "", false, Expiry.of(list.getNextUpdate().toInstant(), now));
  }
}
