package careplanhub.hub;

/** Something that was sent cannot be withdrawn. */
public final class WithdrawalRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String japanese;

  WithdrawalRefusedException(String japanese) {
    super("a withdrawal was refused");
    this.japanese = japanese;
  }

  /** Japanese: why, and what to do instead. */
  public String japanese() {
    return japanese;
  }
}
