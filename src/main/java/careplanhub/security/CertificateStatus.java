package careplanhub.security;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a certificate, of a request for one or of a revocation list in a folder of keys.
 *
 * @param file where it lies
 * @param name the common name of the subject: for an office its number; of a revocation list that
 *     of its issuer
 * @param subject the whole subject, of a revocation list its issuer (RFC 2253)
 * @param serial in hexadecimal; "" for a request and a revocation list
 * @param fingerprint SHA-256 of the certificate in hexadecimal; "" likewise
 * @param state what it is there for
 * @param from since when it holds
 * @param expiry its end
 */
public record CertificateStatus(
    Path file,
    String name,
    String subject,
    String serial,
    String fingerprint,
    State state,
    Instant from,
    Expiry expiry) {

  /** What a certificate is there for at this moment. */
  public enum State {
    /** In use. */
    CURRENT,
    /** Newer than the one in use; the other side has not taken it yet. */
    NEXT,
    /** Older than the one in use and still good. */
    EARLIER,
    /** Its time has not come. */
    NOT_YET_VALID,
    /** A key that waits for its certificate. */
    REQUESTED,
    /** Its time is over. */
    EXPIRED,
    /** It stands in the revocation list. */
    REVOKED,
    /** We have given it up. */
    GIVEN_UP,
    /** A revocation list that holds. */
    LIST,
    /** A revocation list whose next update has passed: nobody is believed under it. */
    STALE_LIST
  }

  static CertificateStatus of(
      Path file, X509Certificate certificate, State state, Instant now, List<Duration> warnBefore) {
    boolean requested = state == State.REQUESTED;
    return new CertificateStatus(
        file,
        OfficeKey.commonName(certificate),
        certificate.getSubjectX500Principal().getName(),
        requested ? "" : certificate.getSerialNumber().toString(16),
        requested ? "" : OfficeKey.fingerprint(certificate),
        state,
        certificate.getNotBefore().toInstant(),
        Expiry.of(certificate.getNotAfter().toInstant(), now, requested ? List.of() : warnBefore));
  }

  static CertificateStatus of(Path file, X509CRL list, Instant now, List<Duration> warnBefore) {
    Instant end = list.getNextUpdate() == null ? Instant.EPOCH : list.getNextUpdate().toInstant();
    Expiry expiry = Expiry.of(end, now, warnBefore);
    return new CertificateStatus(
        file,
        "",
        list.getIssuerX500Principal().getName(),
        "",
        "",
        expiry.isOver() ? State.STALE_LIST : State.LIST,
        list.getThisUpdate().toInstant(),
        expiry);
  }

  /** Whether it can be used at this moment. */
  public boolean isGood() {
    return state == State.CURRENT || state == State.NEXT || state == State.EARLIER;
  }
}
