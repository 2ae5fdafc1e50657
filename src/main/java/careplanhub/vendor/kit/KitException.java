package careplanhub.vendor.kit;

/**
 * A sample, an adapter's folder or a pack that the kit cannot use. The message is Japanese, for the
 * person at the command line: what is wrong and what to do next. It holds no value of a sample.
 */
public final class KitException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message Japanese, whole sentences
   */
  public KitException(String message) {
    super(message);
  }

  /** The sentences. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
