package careplanhub.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Receipts as CMS signed data (RFC 5652): the content, the signer's certificate and the time of
 * signing in one piece of DER, so that a receipt proves itself years later.
 */
public final class Receipts {
  private Receipts() {}

  /** Signs the content; the result contains it. */
  public static byte[] sign(OfficeKey key, byte[] content) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(Certificates.signer(key.key()), key.certificate()));
      generator.addCertificates(new JcaCertStore(key.chain()));
      return generator
          .generate(new CMSProcessableByteArray(content), true)
          .getEncoded(ASN1Encoding.DER);
    } catch (GeneralSecurityException | CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("A receipt could not be signed", e);
    }
  }

  /**
   * Checks a receipt: the signature, and that the signer's certificate was valid at the time of
   * signing and leads to a trusted authority.
   *
   * @param trusted authorities, or the very certificates of signers that are known
   */
  public static VerifiedReceipt verify(byte[] receipt, Collection<X509Certificate> trusted)
      throws ReceiptException {
    try {
      CMSSignedData data = new CMSSignedData(receipt);
      Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
      if (signers.size() != 1
          || data.getSignedContent() == null
          || !(data.getSignedContent().getContent() instanceof byte[] content)) {
        throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, null);
      }
      SignerInformation signer = signers.iterator().next();
      X509Certificate certificate = certificateOf(data, signer);
      if (!signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
        throw new ReceiptException(ReceiptException.Reason.WRONG_SIGNATURE, null);
      }
      Date signedAt = timeOf(signer);
      checkSigner(certificate, certificatesOf(data), trusted, signedAt);
      return new VerifiedReceipt(content, certificate, signedAt.toInstant());
    } catch (CMSSignerDigestMismatchException e) {
      throw new ReceiptException(ReceiptException.Reason.WRONG_SIGNATURE, e);
    } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
      throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, e);
    }
  }

  /** Who says to have signed; it proves nothing, and is there to be compared by a person. */
  public static Optional<X509Certificate> claimedSigner(byte[] receipt) {
    try {
      CMSSignedData data = new CMSSignedData(receipt);
      return Optional.of(certificateOf(data, data.getSignerInfos().getSigners().iterator().next()));
    } catch (CMSException
        | GeneralSecurityException
        | ReceiptException
        | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static X509Certificate certificateOf(CMSSignedData data, SignerInformation signer)
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

  private static Date timeOf(SignerInformation signer) throws ReceiptException {
    AttributeTable signed = signer.getSignedAttributes();
    Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
    if (time == null || time.getAttrValues().size() != 1) {
      throw new ReceiptException(ReceiptException.Reason.NOT_A_RECEIPT, null);
    }
    return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate();
  }

  private static void checkSigner(
      X509Certificate signer,
      List<X509Certificate> helping,
      Collection<X509Certificate> trusted,
      Date when)
      throws ReceiptException {
    try {
      if (trusted.contains(signer)) {
        signer.checkValidity(when);
        return;
      }
      PKIXBuilderParameters parameters = new Trust(List.copyOf(trusted), List.of()).parameters();
      X509CertSelector wanted = new X509CertSelector();
      wanted.setCertificate(signer);
      parameters.setTargetCertConstraints(wanted);
      parameters.setDate(when);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(helping)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ReceiptException(ReceiptException.Reason.UNTRUSTED_SIGNER, e);
    }
  }
}
