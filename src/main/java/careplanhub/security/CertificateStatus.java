package careplanhub.security;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a certificate still holds.
 *
 * @param file where the certificate lies
 * @param name the common name of its subject
 * @param fingerprint SHA-256 in hexadecimal
 * @param notAfter its last moment
 * @param daysLeft whole days from now to that moment; negative when it is over
 * @param revoked whether the folder's revocation list has it
 * @param warning what is to be done
 */
public record CertificateStatus(
    Path file,
    String name,
    String fingerprint,
    Instant notAfter,
    long daysLeft,
    boolean revoked,
    Warning warning) {

  /** How urgent a renewal is: the steps at 90, 60, 30 and 7 days. */
  public enum Warning {
    NONE(Integer.MAX_VALUE),
    WITHIN_90_DAYS(90),
    WITHIN_60_DAYS(60),
    WITHIN_30_DAYS(30),
    WITHIN_7_DAYS(7),
    EXPIRED(0);

    private final int days;

    Warning(int days) {
      this.days = days;
    }

    static Warning of(Duration left) {
      Warning warning = NONE;
      for (Warning step : values()) {
        if (step != NONE && left.compareTo(Duration.ofDays(step.days)) < 0) {
          warning = step;
        }
      }
      return warning;
    }
  }

  static CertificateStatus of(
      Path file, X509Certificate certificate, @Nullable X509CRL list, Instant now) {
    Duration left = Duration.between(now, certificate.getNotAfter().toInstant());
    return new CertificateStatus(
        file,
        OfficeKey.commonName(certificate),
        OfficeKey.fingerprint(certificate),
        certificate.getNotAfter().toInstant(),
        Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds()),
        list != null && list.isRevoked(certificate),
        Warning.of(left));
  }
}
