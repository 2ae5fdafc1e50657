package careplanhub.hub;

import careplanhub.ledger.Reception;

/** A reception can be delivered only after a person has answered. */
public final class HeldReceptionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reception reception;
  private final String text;

  HeldReceptionException(Reception reception, String text) {
    super("reception waits for a person: " + reception.id());
    this.reception = reception;
    this.text = text;
  }

  Reception reception() {
    return reception;
  }

  /** Japanese: what happened. */
  String text() {
    return text;
  }
}
