package careplanhub.relay;

/** A system error: the call itself is not one of the interface. Answered by an HTTP status. */
final class SystemFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  SystemFault(int status) {
    super("HTTP " + status, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
