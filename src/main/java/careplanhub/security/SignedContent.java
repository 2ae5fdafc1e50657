package careplanhub.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * CMS signed data (RFC 5652, section 5) of one signer, with the content and the signer's chain in
 * it. That the signature fits says nothing yet of who the signer is.
 *
 * @param content what was signed
 * @param signer the signer's certificate
 * @param certificates all that lie in it, the signer's among them
 * @param signedAt when the signer says it was
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record SignedContent(
    byte[] content, X509Certificate signer, List<X509Certificate> certificates, Instant signedAt) {
  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  /**
   * Signs.
   *
   * @param at the time of signing to write; null for the machine's
   * @return DER
   */
  static byte[] sign(OfficeKey key, byte[] content, @Nullable Instant at) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(time(at)))
              .build(Certificates.signer(key.key()), key.certificate()));
      generator.addCertificates(new JcaCertStore(key.chain()));
      return generator
          .generate(new CMSProcessableByteArray(content), true)
          .getEncoded(ASN1Encoding.DER);
    } catch (GeneralSecurityException | CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("Something could not be signed", e);
    }
  }

  private static AttributeTable time(@Nullable Instant at) {
    AttributeTable empty = new AttributeTable(new DERSet());
    return at == null
        ? empty
        : empty.add(CMSAttributes.signingTime, new Time(Date.from(at)).toASN1Primitive());
  }

  /**
   * Reads it and checks that the signature fits.
   *
   * @throws ReceiptException {@code NOT_A_RECEIPT} when the bytes are no such thing, {@code
   *     WRONG_SIGNATURE} when the signature does not fit
   */
  static SignedContent read(byte[] signed) throws ReceiptException {
    try {
      CMSSignedData data = new CMSSignedData(signed);
      Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
      if (signers.size() != 1
          || !DIGESTS.contains(signers.iterator().next().getDigestAlgOID())
          || data.getSignedContent() == null
          || !(data.getSignedContent().getContent() instanceof byte[] content)) {
        throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, null);
      }
      SignerInformation signer = signers.iterator().next();
      X509Certificate certificate = signerOf(data, signer);
      if (!signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
        throw new ReceiptException(ReceiptException.Reason.WRONG_SIGNATURE, null);
      }
      return new SignedContent(content, certificate, certificatesOf(data), timeOf(signer));
    } catch (CMSSignerDigestMismatchException e) {
      throw new ReceiptException(ReceiptException.Reason.WRONG_SIGNATURE, e);
    } catch (CMSException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      // hostile bytes meet unchecked exceptions of many kinds
      throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, e);
    }
  }

  /** The certificate of a signer, from those that lie in the data; it proves nothing. */
  static X509Certificate signerOf(CMSSignedData data, SignerInformation signer)
      throws ReceiptException, GeneralSecurityException {
    for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
      if (signer.getSID().match(holder)) {
        return new JcaX509CertificateConverter().getCertificate(holder);
      }
    }
    throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, null);
  }

  private static List<X509Certificate> certificatesOf(CMSSignedData data)
      throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
      certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
    }
    return certificates;
  }

  private static Instant timeOf(SignerInformation signer) throws ReceiptException {
    AttributeTable signed = signer.getSignedAttributes();
    Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
    if (time == null || time.getAttrValues().size() != 1) {
      throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, null);
    }
    return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
  }
}
