package careplanhub.relay;

import careplanhub.security.OfficeKey;
import careplanhub.security.Trust;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Says for which office a call comes. The handshake has checked the certificate's issuer; here its
 * registered fingerprint counts, and, since a connection may stay open for long, once more that it
 * is neither expired nor revoked.
 */
final class Callers {
  private final Offices offices;
  private final Supplier<Trust> trust;
  private final Clock clock;

  Callers(Offices offices, Supplier<Trust> trust, Clock clock) {
    this.offices = offices;
    this.trust = trust;
    this.clock = clock;
  }

  /** The caller; empty when its certificate speaks for no office. */
  Optional<Caller> of(Request request) {
    Object session = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
    if (!(session instanceof EndPoint.SslSessionData data)) {
      return Optional.empty();
    }
    X509Certificate[] chain = data.peerCertificates();
    if (chain == null || chain.length == 0 || !isGoodNow(chain[0])) {
      return Optional.empty();
    }
    String fingerprint = OfficeKey.fingerprint(chain[0]);
    return offices
        .ofFingerprint(fingerprint)
        .map(office -> new Caller(office.number(), fingerprint));
  }

  private boolean isGoodNow(X509Certificate certificate) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
      return trust.get().revocationLists().stream().noneMatch(list -> list.isRevoked(certificate));
    } catch (CertificateException e) {
      return false;
    }
  }
}
