package careplanhub.hub;

import java.io.IOException;

/**
 * The adapter of an office's software cannot be used now, because it is broken or not approved; its
 * files wait until it can, and health says why.
 */
final class AdapterAwaitedException extends IOException {
  private static final long serialVersionUID = 1L;

  AdapterAwaitedException() {
    super("an adapter is awaited");
  }
}
