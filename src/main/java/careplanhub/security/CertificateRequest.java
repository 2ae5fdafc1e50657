package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** What a new certificate is to say; an issuer signs it. */
record CertificateRequest(X500Name subject, PublicKey key, Validity validity, Use use) {
  /** What the certificate's key may do. */
  enum Use {
    AUTHORITY,
    OFFICE,
    SERVER,
    SIGNING
  }

  private static final GeneralNames THIS_MACHINE =
      new GeneralNames(
          new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
          });

  X509Certificate signedBy(X500Name issuer, PrivateKey issuerKey, PublicKey issuerPublicKey) {
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            Certificates.newSerial(),
            Date.from(validity.from()),
            Date.from(validity.to()),
            subject,
            key);
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder
          .addExtension(
              Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              identifiers.createAuthorityKeyIdentifier(issuerPublicKey));
      addUse(builder);
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(Certificates.signer(issuerKey)));
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException("A certificate could not be made", e);
    }
  }

  private void addUse(X509v3CertificateBuilder builder) throws CertIOException {
    int keyUsage = KeyUsage.digitalSignature;
    if (use == Use.AUTHORITY) {
      keyUsage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    } else {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    }
    if (use == Use.OFFICE) {
      // parcels are enveloped for the same key, by RSA-OAEP or ECDH
      keyUsage |= key instanceof RSAKey ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    }
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
    if (use == Use.SERVER) {
      builder
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
          .addExtension(Extension.subjectAlternativeName, false, THIS_MACHINE);
    }
  }
}
