package careplanhub.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Reading and making X.509 certificates and revocation lists; keys made here are EC P-256. */
public final class Certificates {
  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Certificates() {}

  /**
   * Reads all certificates of a PEM or DER file.
   *
   * @throws KeyFileException when the file is missing or no certificate
   */
  public static List<X509Certificate> read(Path file) throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytesOf(file)))
          .forEach(certificate -> certificates.add((X509Certificate) certificate));
    } catch (GeneralSecurityException e) {
      throw new KeyFileException(KeyFileException.Reason.UNREADABLE, file, e);
    }
    return certificates;
  }

  /**
   * Reads a revocation list in PEM or DER.
   *
   * @throws KeyFileException when the file is missing or no revocation list
   */
  public static X509CRL readRevocationList(Path file) throws IOException {
    try {
      return (X509CRL)
          CertificateFactory.getInstance("X.509")
              .generateCRL(new ByteArrayInputStream(bytesOf(file)));
    } catch (GeneralSecurityException e) {
      throw new KeyFileException(KeyFileException.Reason.UNREADABLE, file, e);
    }
  }

  /** A certificate, a request for one or a revocation list as PEM text. */
  public static String toPem(Object certificateOrList) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(certificateOrList);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a certificate, request or revocation list.", e);
    }
    return text.toString();
  }

  static OfficeKey selfSigned(String commonName, Validity validity) {
    KeyPair pair = newPair();
    X500Name name = nameOf(commonName);
    CertificateRequest request =
        new CertificateRequest(name, pair.getPublic(), validity, CertificateRequest.Use.SIGNING);
    return new OfficeKey(
        pair.getPrivate(), List.of(request.signedBy(name, pair.getPrivate(), pair.getPublic())));
  }

  static KeyPair newPair() {
    return KeyKind.EC.newPair();
  }

  static X500Name nameOf(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  static BigInteger newSerial() {
    return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
  }

  /** Signs with SHA-256, as the kind of key allows. */
  static ContentSigner signer(PrivateKey key) {
    String signature = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    try {
      return new JcaContentSignerBuilder(signature).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("Java lacks " + signature, e);
    }
  }

  private static byte[] bytesOf(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new KeyFileException(KeyFileException.Reason.MISSING, file, e);
    }
  }
}
