package careplanhub.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An object of the vault, or the vault's key, cannot be read. */
public final class VaultException extends IOException {
  /** What is wrong. */
  public enum Reason {
    /** There is no object of this id. */
    MISSING,
    /** The object is changed, cut off, or not the one its name says. */
    DAMAGED,
    /** The object was written with a key that the key file does not hold. */
    UNKNOWN_KEY,
    /** The key file cannot be opened: wrong password, or no key file. */
    KEY_FILE
  }

  private final Reason reason;

  VaultException(Reason reason, @Nullable Throwable cause) {
    super("The vault failed: " + reason, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
