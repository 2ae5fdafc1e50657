package careplanhub.security;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority for trying things out and for a region's own relay: it issues office
 * (client) and server certificates and a revocation list. It keeps no register; what it has revoked
 * stands in the list. Safe for use from several threads.
 */
public final class TestAuthority {
  private static final int AUTHORITY_YEARS = 10;
  private static final int CERTIFICATE_YEARS = 2;
  private static final int REVOCATION_LIST_YEARS = 1;

  private final OfficeKey own;
  private final Clock clock;

  private TestAuthority(OfficeKey own, Clock clock) {
    this.own = own;
    this.clock = clock;
  }

  /** Makes a new authority with a new key, good for ten years. */
  public static TestAuthority create(String commonName, Clock clock) {
    KeyPair pair = Certificates.newPair();
    X500Name name = Certificates.nameOf(commonName);
    X509Certificate certificate =
        new CertificateRequest(
                name,
                pair.getPublic(),
                Validity.years(clock, AUTHORITY_YEARS),
                CertificateRequest.Use.AUTHORITY)
            .signedBy(name, pair.getPrivate(), pair.getPublic());
    return new TestAuthority(new OfficeKey(pair.getPrivate(), List.of(certificate)), clock);
  }

  /** Reads the authority's PKCS#12 file ({@code keys/authority.p12}). */
  public static TestAuthority load(Path file, char[] password, Clock clock) throws IOException {
    return new TestAuthority(OfficeKey.load(file, password), clock);
  }

  /** The bytes of a PKCS#12 file with the authority's key. */
  public byte[] toPkcs12(char[] password) {
    return own.toPkcs12(password);
  }

  /** The authority's own certificate: what clients and servers trust. */
  public X509Certificate certificate() {
    return own.certificate();
  }

  /** A new key and client certificate for an office, good for two years. */
  public OfficeKey issueOffice(String officeNumber) {
    return issueOffice(officeNumber, Validity.years(clock, CERTIFICATE_YEARS));
  }

  /** A new key and client certificate for an office with the given validity. */
  public OfficeKey issueOffice(String officeNumber, Validity validity) {
    return issue(officeNumber, validity, CertificateRequest.Use.OFFICE);
  }

  /**
   * The client certificate that a request asks for, good for two years. Only the request's subject
   * and key are taken over.
   */
  public X509Certificate issue(SigningRequest request) {
    return issue(request, Validity.years(clock, CERTIFICATE_YEARS));
  }

  /** The same with the given validity. */
  public X509Certificate issue(SigningRequest request, Validity validity) {
    return sign(
        new CertificateRequest(
            request.subject(), request.publicKey(), validity, CertificateRequest.Use.OFFICE));
  }

  /** A new key and server certificate for localhost, 127.0.0.1 and ::1, good for two years. */
  public OfficeKey issueServer() {
    return issueServer(Validity.years(clock, CERTIFICATE_YEARS));
  }

  /** A new key and server certificate for this machine with the given validity. */
  public OfficeKey issueServer(Validity validity) {
    return issue("localhost", validity, CertificateRequest.Use.SERVER);
  }

  /**
   * A new revocation list, good for one year; after that PKIX refuses everyone until a new list is
   * made.
   *
   * @param previous the list whose entries stay, or null for the first one
   * @param revoked the certificates to add
   */
  public X509CRL revocationList(@Nullable X509CRL previous, Collection<X509Certificate> revoked) {
    Date now = Date.from(clock.instant());
    X500Name issuer = X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    X509v2CRLBuilder list = new X509v2CRLBuilder(issuer, now);
    list.setNextUpdate(Date.from(Validity.years(clock, REVOCATION_LIST_YEARS).to()));
    for (X509CRLEntry entry : entriesOf(previous)) {
      list.addCRLEntry(entry.getSerialNumber(), entry.getRevocationDate(), CRLReason.unspecified);
    }
    for (X509Certificate certificate : revoked) {
      list.addCRLEntry(certificate.getSerialNumber(), now, CRLReason.unspecified);
    }
    try {
      return new JcaX509CRLConverter().getCRL(list.build(Certificates.signer(own.key())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A revocation list could not be made", e);
    }
  }

  private OfficeKey issue(String commonName, Validity validity, CertificateRequest.Use use) {
    KeyPair pair = Certificates.newPair();
    X509Certificate certificate =
        sign(
            new CertificateRequest(
                Certificates.nameOf(commonName), pair.getPublic(), validity, use));
    return new OfficeKey(pair.getPrivate(), List.of(certificate, certificate()));
  }

  private X509Certificate sign(CertificateRequest request) {
    X509Certificate issuer = certificate();
    return request.signedBy(
        X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
        own.key(),
        issuer.getPublicKey());
  }

  private static Set<? extends X509CRLEntry> entriesOf(@Nullable X509CRL list) {
    Set<? extends X509CRLEntry> entries = list == null ? null : list.getRevokedCertificates();
    return entries == null ? Set.of() : entries;
  }
}
