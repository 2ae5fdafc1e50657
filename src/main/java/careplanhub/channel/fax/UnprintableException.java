package careplanhub.channel.fax;

import careplanhub.channel.SendOutcome;

/** A parcel that cannot leave by FAX as it is; what it says becomes the outcome of its sending. */
final class UnprintableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  UnprintableException(String code, String japanese) {
    super(japanese);
    this.code = code;
  }

  /** What the channel answers. */
  SendOutcome refusal() {
    return SendOutcome.refused(code, getMessage() + "（" + code + "）");
  }
}
