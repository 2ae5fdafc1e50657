package careplanhub.hub;

import careplanhub.ledger.Question;
import java.util.List;

/** A unit can go on only after a person has answered. */
public final class NeedsPersonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient OutgoingWork work;
  private final Question.Kind kind;
  private final String text;
  private final transient List<Question.Line> lines;

  NeedsPersonException(
      OutgoingWork work, Question.Kind kind, String text, List<Question.Line> lines) {
    super("unit waits for a person: " + work.unit().id());
    this.work = work;
    this.kind = kind;
    this.text = text;
    this.lines = List.copyOf(lines);
  }

  OutgoingWork work() {
    return work;
  }

  Question.Kind kind() {
    return kind;
  }

  /** Japanese: what happened and what the answers mean. */
  String text() {
    return text;
  }

  List<Question.Line> lines() {
    return lines;
  }
}
