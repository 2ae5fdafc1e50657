package careplanhub.hub.alarm;

import java.io.IOException;

/** The key with which a digest is signed is not there. */
final class NoSecretException extends IOException {
  private static final long serialVersionUID = 1L;

  NoSecretException() {
    super("the key of the webhook's signature is missing");
  }
}
