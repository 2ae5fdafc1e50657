package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What must hold of a certificate before an office takes it. */
final class IssuedCertificate {
  private static final String CLIENT = KeyPurposeId.id_kp_clientAuth.getId();
  private static final String ANY = KeyPurposeId.anyExtendedKeyUsage.getId();

  private IssuedCertificate() {}

  /**
   * Checks a certificate whose time may still come.
   *
   * @param helping certificates that came with it
   * @return the chain to the authority, the certificate itself first
   */
  static List<X509Certificate> checked(
      X509Certificate certificate,
      Collection<X509Certificate> helping,
      String officeNumber,
      Trust trust,
      Instant now)
      throws KeyRefusedException {
    require(
        OfficeKey.commonName(certificate).equals(officeNumber),
        KeyRefusedException.Reason.OTHER_OFFICE);
    require(KeyKind.isStrong(certificate.getPublicKey()), KeyRefusedException.Reason.WEAK);
    require(isForClients(certificate), KeyRefusedException.Reason.NOT_FOR_CLIENTS);
    Instant until = certificate.getNotAfter().toInstant();
    require(!now.isAfter(until), KeyRefusedException.Reason.EXPIRED);
    Instant from = certificate.getNotBefore().toInstant();
    List<X509Certificate> chain =
        chain(certificate, helping, trust, now.isBefore(from) ? from : now);
    for (X509CRL list : trust.revocationLists()) {
      require(!list.isRevoked(certificate), KeyRefusedException.Reason.REVOKED);
    }
    return chain;
  }

  private static List<X509Certificate> chain(
      X509Certificate certificate, Collection<X509Certificate> helping, Trust trust, Instant when)
      throws KeyRefusedException {
    try {
      PKIXBuilderParameters parameters = new Trust(trust.authorities(), List.of()).parameters();
      X509CertSelector wanted = new X509CertSelector();
      wanted.setCertificate(certificate);
      parameters.setTargetCertConstraints(wanted);
      parameters.setDate(Date.from(when));
      List<X509Certificate> all = new ArrayList<>(helping);
      all.add(certificate);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
      PKIXCertPathBuilderResult result =
          (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
      List<X509Certificate> chain = new ArrayList<>();
      result.getCertPath().getCertificates().forEach(one -> chain.add((X509Certificate) one));
      chain.add(result.getTrustAnchor().getTrustedCert());
      return chain;
    } catch (GeneralSecurityException e) {
      throw new KeyRefusedException(KeyRefusedException.Reason.WRONG_CHAIN, e);
    }
  }

  private static boolean isForClients(X509Certificate certificate) {
    try {
      List<String> uses = certificate.getExtendedKeyUsage();
      return uses == null || uses.contains(CLIENT) || uses.contains(ANY);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static void require(boolean holds, KeyRefusedException.Reason reason)
      throws KeyRefusedException {
    if (!holds) {
      throw new KeyRefusedException(reason, null);
    }
  }
}
