package careplanhub.security;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What was in a sealed parcel whose signer stands.
 *
 * @param content what was signed; nobody may change it
 * @param signer the signer's certificate
 * @param signedAt when the signer says it was
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record OpenedParcel(byte[] content, X509Certificate signer, Instant signedAt) {
  /** The office that signed: the common name of its certificate. */
  public String signerOffice() {
    return OfficeKey.commonName(signer);
  }
}
