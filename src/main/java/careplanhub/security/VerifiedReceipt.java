package careplanhub.security;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** A receipt that holds: its content, who signed it and when the signer says it was. */
public final class VerifiedReceipt {
  private final byte[] content;
  private final X509Certificate signer;
  private final Instant signedAt;

  VerifiedReceipt(byte[] content, X509Certificate signer, Instant signedAt) {
    this.content = content.clone();
    this.signer = signer;
    this.signedAt = signedAt;
  }

  public byte[] content() {
    return content.clone();
  }

  public X509Certificate signer() {
    return signer;
  }

  public Instant signedAt() {
    return signedAt;
  }
}
