package careplanhub.hub;

import careplanhub.ledger.Parcel;
import careplanhub.ledger.Question;

/** A parcel cannot be sent before a person has said something about its addressee. */
final class ParcelWaitsException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Parcel parcel;
  private final Question.Kind kind;

  ParcelWaitsException(Parcel parcel, Question.Kind kind) {
    super("parcel waits for a person: " + parcel.id());
    this.parcel = parcel;
    this.kind = kind;
  }

  Parcel parcel() {
    return parcel;
  }

  Question.Kind kind() {
    return kind;
  }
}
