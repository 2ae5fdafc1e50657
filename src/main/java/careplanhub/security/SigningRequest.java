package careplanhub.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A request for a certificate (PKCS#10, RFC 2986), signed with the key that it is for. */
public final class SigningRequest {
  private final JcaPKCS10CertificationRequest request;

  private SigningRequest(JcaPKCS10CertificationRequest request) {
    this.request = request;
  }

  static SigningRequest of(X500Name subject, KeyPair pair) {
    try {
      ExtensionsGenerator wanted = new ExtensionsGenerator();
      int received =
          pair.getPublic() instanceof RSAKey ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
      wanted.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | received));
      wanted.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
      return new SigningRequest(
          new JcaPKCS10CertificationRequest(
              new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic())
                  .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wanted.generate())
                  .build(Certificates.signer(pair.getPrivate()))));
    } catch (IOException e) {
      throw new IllegalStateException("A request could not be made", e);
    }
  }

  /**
   * Reads a PEM or DER file.
   *
   * @throws KeyRefusedException when it is no request, or not signed with the key that it is for
   */
  public static SigningRequest read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      SigningRequest read = new SigningRequest(parse(bytes));
      if (read.isSignedByItsKey()) {
        return read;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new KeyRefusedException(KeyRefusedException.Reason.NO_REQUEST, e);
    }
    throw new KeyRefusedException(KeyRefusedException.Reason.NO_REQUEST, null);
  }

  /** The request as PEM text. */
  public String toPem() {
    return Certificates.toPem(request);
  }

  /** The common name of the subject: an office's number. */
  public String officeNumber() {
    return OfficeKey.commonName(request.getSubject());
  }

  X500Name subject() {
    return request.getSubject();
  }

  PublicKey publicKey() {
    try {
      return request.getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java lacks the kind of key of a request", e);
    }
  }

  private static JcaPKCS10CertificationRequest parse(byte[] bytes) throws IOException {
    try (PEMParser pem =
        new PEMParser(
            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1))) {
      Object found = pem.readObject();
      return found instanceof org.bouncycastle.pkcs.PKCS10CertificationRequest request
          ? new JcaPKCS10CertificationRequest(request)
          : new JcaPKCS10CertificationRequest(bytes);
    }
  }

  private boolean isSignedByItsKey() {
    try {
      return request.isSignatureValid(
          new JcaContentVerifierProviderBuilder().build(request.getPublicKey()));
    } catch (GeneralSecurityException | OperatorCreationException | PKCSException e) {
      return false;
    }
  }
}
