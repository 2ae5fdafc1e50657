package careplanhub.security;

import careplanhub.security.SealedParcelException.Reason;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** Whether a certificate stands: chain, dates and revocation (RFC 5280), each told apart. */
final class Standing {
  private Standing() {}

  /**
   * Checks that a certificate stands now.
   *
   * @param helping certificates that may lie between it and an authority
   * @throws SealedParcelException with what does not hold
   */
  static void check(
      X509Certificate certificate, Collection<X509Certificate> helping, Trust trust, Instant now)
      throws SealedParcelException {
    checkValidity(certificate, now, Reason.EXPIRED);
    Trust withoutLists = new Trust(trust.authorities(), List.of());
    checkPath(certificate, helping, withoutLists, now);
    for (X509CRL list : trust.revocationLists()) {
      Date next = list.getNextUpdate();
      if (next != null && next.toInstant().isBefore(now)) {
        throw new SealedParcelException(Reason.TRUST_OUT_OF_DATE, null);
      }
      if (list.isRevoked(certificate)
          && list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())) {
        throw new SealedParcelException(Reason.REVOKED, null);
      }
    }
    checkPath(certificate, helping, trust, now);
  }

  /** Checks the certificate's own dates. */
  static void checkValidity(X509Certificate certificate, Instant at, Reason otherwise)
      throws SealedParcelException {
    try {
      certificate.checkValidity(Date.from(at));
    } catch (CertificateException e) {
      throw new SealedParcelException(otherwise, e);
    }
  }

  private static void checkPath(
      X509Certificate certificate, Collection<X509Certificate> helping, Trust trust, Instant now)
      throws SealedParcelException {
    try {
      PKIXBuilderParameters parameters = trust.parameters();
      X509CertSelector wanted = new X509CertSelector();
      wanted.setCertificate(certificate);
      parameters.setTargetCertConstraints(wanted);
      parameters.setDate(Date.from(now));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(helping)));
      parameters.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(List.of(certificate))));
      CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (GeneralSecurityException e) {
      throw new SealedParcelException(Reason.UNTRUSTED, e);
    }
  }
}
