package careplanhub.security;

import org.jspecify.annotations.Nullable;

/** A sealed parcel cannot be made or opened. The message names the reason only. */
public final class SealedParcelException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The bytes are no CMS authenticated-enveloped data under AES-256-GCM. */
    NOT_SEALED,
    /** It is enveloped for none of the given keys. */
    OTHER_RECIPIENT,
    /** It was changed on its way, or not made as its parts say. */
    DAMAGED,
    /** What is inside is not signed by one signer. */
    NOT_SIGNED,
    /** The signature does not fit what was signed. */
    WRONG_SIGNATURE,
    /** The certificate was not valid when it signed. */
    NOT_VALID_AT_SIGNING,
    /** The certificate is not valid now. */
    EXPIRED,
    /** The certificate stands in a revocation list. */
    REVOKED,
    /** The certificate does not lead to a trusted authority. */
    UNTRUSTED,
    /** The revocation list that would tell is itself out of date: nothing can be said now. */
    TRUST_OUT_OF_DATE,
    /** The recipient's key is of a kind, or of a use, that nothing can be enveloped for. */
    KEY_UNFIT
  }

  private final Reason reason;

  SealedParcelException(Reason reason, @Nullable Throwable cause) {
    super("Sealed parcel: " + reason, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
