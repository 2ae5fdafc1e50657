package careplanhub.relay;

/**
 * A business error: the call was understood and is refused. Answered inside HTTP 200; thrown inside
 * a transaction it undoes it.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  Refusal(RefusalCode code) {
    super(code.name(), null, false, false);
    this.code = code;
  }

  RefusalCode code() {
    return code;
  }
}
