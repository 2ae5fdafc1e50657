package careplanhub.security;

import org.jspecify.annotations.Nullable;

/** A signed receipt does not prove what it claims. */
public final class ReceiptException extends Exception {
  /** Why the receipt is not believed. */
  public enum Reason {
    /** The bytes are no CMS signed data with content and one signer. */
    NOT_A_RECEIPT,
    /** The signature does not fit the content. */
    WRONG_SIGNATURE,
    /** The signer's certificate does not lead to a trusted authority or was not valid then. */
    UNTRUSTED_SIGNER
  }

  private final Reason reason;

  ReceiptException(Reason reason, @Nullable Throwable cause) {
    super("Receipt: " + reason, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
