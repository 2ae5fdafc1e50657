package careplanhub.hub;

/** A message is not taken, whole; carries nothing of it. */
final class MailRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final MailRefusal reason;

  MailRefusedException(MailRefusal reason) {
    super("a message is refused: " + reason);
    this.reason = reason;
  }

  MailRefusal reason() {
    return reason;
  }
}
