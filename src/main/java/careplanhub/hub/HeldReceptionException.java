package careplanhub.hub;

import careplanhub.ledger.Question;
import careplanhub.ledger.Reception;

/** A reception can be delivered only after a person has answered. */
public final class HeldReceptionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reception reception;
  private final Question.Kind kind;
  private final String text;
  private final String line;

  HeldReceptionException(Reception reception, Question.Kind kind, String text, String line) {
    super("reception waits for a person: " + reception.id());
    this.reception = reception;
    this.kind = kind;
    this.text = text;
    this.line = line;
  }

  Question.Kind kind() {
    return kind;
  }

  /** Japanese: what is asked. */
  String line() {
    return line;
  }

  Reception reception() {
    return reception;
  }

  /** Japanese: what happened. */
  String text() {
    return text;
  }
}
