package careplanhub.security;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * Receipts as CMS signed data (RFC 5652): the content, the signer's certificate and the time of
 * signing in one piece of DER, so that a receipt proves itself years later.
 */
public final class Receipts {
  private Receipts() {}

  /** Signs the content; the result contains it. */
  public static byte[] sign(OfficeKey key, byte[] content) {
    return SignedContent.sign(key, content, null);
  }

  /**
   * Checks a receipt: the signature, and that the signer's certificate was valid at the time of
   * signing and leads to a trusted authority.
   *
   * @param trusted authorities, or the very certificates of signers that are known
   */
  public static VerifiedReceipt verify(byte[] receipt, Collection<X509Certificate> trusted)
      throws ReceiptException {
    SignedContent signed = SignedContent.read(receipt);
    checkSigner(signed.signer(), signed.certificates(), trusted, Date.from(signed.signedAt()));
    return new VerifiedReceipt(signed.content(), signed.signer(), signed.signedAt());
  }

  /** Who says to have signed; it proves nothing, and is there to be compared by a person. */
  public static Optional<X509Certificate> claimedSigner(byte[] receipt) {
    try {
      CMSSignedData data = new CMSSignedData(receipt);
      return Optional.of(
          SignedContent.signerOf(data, data.getSignerInfos().getSigners().iterator().next()));
    } catch (CMSException
        | GeneralSecurityException
        | ReceiptException
        | NoSuchElementException e) {
      return Optional.empty();
    }
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
