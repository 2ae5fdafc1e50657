package careplanhub.channel;

/** A parcel that must not leave as it is; what it says becomes the outcome of its sending. */
final class UnsendableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SendOutcome.Refused refusal;

  UnsendableException(SendOutcome.Refused refusal) {
    super(refusal.code(), null, false, false);
    this.refusal = refusal;
  }

  SendOutcome.Refused refusal() {
    return refusal;
  }
}
