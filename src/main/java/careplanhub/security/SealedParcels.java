package careplanhub.security;

import careplanhub.security.SealedParcelException.Reason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;

/**
 * Parcels signed and then enveloped as one piece of DER: CMS signed data (RFC 5652, section 5) with
 * the sender's chain, inside authenticated-enveloped data (RFC 5083) under AES-256-GCM (RFC 5084)
 * for the recipient's certificate: by ECDH for an EC key (RFC 5753), by RSA-OAEP for an RSA key
 * (RFC 3560). {@code openssl cms} of OpenSSL 3 reads it. All in memory: bound the bytes before.
 */
public final class SealedParcels {
  private SealedParcels() {}

  /**
   * Signs the content with the sender's key and envelopes it for the recipient.
   *
   * @param recipient checked before: see {@link #checkRecipient}
   * @throws SealedParcelException {@code KEY_UNFIT} when nothing can be enveloped for its key
   */
  public static byte[] seal(
      OfficeKey sender, X509Certificate recipient, byte[] content, Instant now)
      throws SealedParcelException {
    return Envelope.close(SignedContent.sign(sender, content, now), recipient);
  }

  /**
   * Opens what {@link #seal} made: the envelope is whole, the signature fits, and the signer's
   * certificate was valid at signing, stands now and leads to a trusted authority. Whose office it
   * is remains to be compared.
   *
   * @param recipients the keys it may be enveloped for, such as an office's old and new one
   */
  public static OpenedParcel open(
      byte[] sealed, Collection<OfficeKey> recipients, Trust trust, Instant now)
      throws SealedParcelException {
    SignedContent signed = read(Envelope.open(sealed, recipients));
    Standing.checkValidity(signed.signer(), signed.signedAt(), Reason.NOT_VALID_AT_SIGNING);
    Standing.check(signed.signer(), signed.certificates(), trust, now);
    return new OpenedParcel(signed.content(), signed.signer(), signed.signedAt());
  }

  /**
   * Checks that something may be enveloped for a certificate: that it stands, and that its key is
   * for it.
   */
  public static void checkRecipient(
      X509Certificate recipient, Collection<X509Certificate> helping, Trust trust, Instant now)
      throws SealedParcelException {
    Standing.check(recipient, helping, trust, now);
    Envelope.requireFit(recipient);
  }

  private static SignedContent read(byte[] signed) throws SealedParcelException {
    try {
      return SignedContent.read(signed);
    } catch (ReceiptException e) {
      throw new SealedParcelException(
          e.reason() == ReceiptException.Reason.WRONG_SIGNATURE
              ? Reason.WRONG_SIGNATURE
              : Reason.NOT_SIGNED,
          e);
    }
  }
}
