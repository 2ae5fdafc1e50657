package careplanhub.security;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key file, certificate file or revocation list cannot be used. */
public final class KeyFileException extends IOException {
  /** What is wrong. */
  public enum Reason {
    /** The file is not there. */
    MISSING,
    /** The file is not what it should be, or cannot be read. */
    UNREADABLE,
    /** The password does not open the file. */
    WRONG_PASSWORD,
    /** The file holds no private key with a certificate. */
    NO_KEY,
    /** There is no password: neither the environment variable nor the password file. */
    NO_PASSWORD
  }

  private final Reason reason;
  private final Path file;

  KeyFileException(Reason reason, Path file, @Nullable Throwable cause) {
    super("Key file: " + reason, cause);
    this.reason = reason;
    this.file = file;
  }

  public Reason reason() {
    return reason;
  }

  /** The file that is meant. */
  public Path file() {
    return file;
  }
}
