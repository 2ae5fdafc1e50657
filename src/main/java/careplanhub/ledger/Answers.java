package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which answers a question takes, and what they bring about. */
public final class Answers {
  /** To {@link Question.Kind#USERS_WITH_ERRORS}: the users without errors go. */
  public static final String SEND_OTHERS = "他は送る";

  /** To {@link Question.Kind#USERS_WITH_ERRORS}: nothing goes. */
  public static final String REFUSE = "送らない";

  /** To {@link Question.Kind#REFUSED_BY_CHANNEL}: the parcel is tried again. */
  public static final String TRY_AGAIN = "再送する";

  /** To {@link Question.Kind#REFUSED_BY_CHANNEL}: the parcel is given up. */
  public static final String GIVE_UP = "送らない";

  /** To {@link Question.Kind#WITHDRAWAL}: the users' results are withdrawn. */
  public static final String WITHDRAW = "取り下げる";

  /** To {@link Question.Kind#WITHDRAWAL}: the users' results stay as they were sent. */
  public static final String KEEP = "残す";

  /** To {@link Question.Kind#OTHER_SATELLITES}: they are sent together with the others'. */
  public static final String MERGE = "合わせて送る";

  /** To {@link Question.Kind#OTHER_SATELLITES}: the file is the whole of the office. */
  public static final String AS_IT_IS = "このまま送る";

  private final LearntSupportOffices supportOffices;

  Answers(LearntSupportOffices supportOffices) {
    this.supportOffices = supportOffices;
  }

  /** The answers to choose from; empty where an office number is asked for. */
  public static List<String> choices(Question.Kind kind) {
    return switch (kind) {
      case USERS_WITH_ERRORS -> List.of(SEND_OTHERS, REFUSE);
      case REFUSED_BY_CHANNEL -> List.of(TRY_AGAIN, GIVE_UP);
      case WITHDRAWAL -> List.of(WITHDRAW, KEEP);
      case OTHER_SATELLITES -> List.of(MERGE, AS_IT_IS);
      case SUPPORT_OFFICE -> List.of();
    };
  }

  /** Whether a question of this kind takes the answer. */
  public static boolean isPossible(Question.Kind kind, String answer) {
    return kind == Question.Kind.SUPPORT_OFFICE
        ? OfficeNumber.isValid(answer)
        : choices(kind).contains(answer);
  }

  void applyLine(Handle handle, Question question, Question.Line line, String answer) {
    if (question.kind() == Question.Kind.SUPPORT_OFFICE) {
      supportOffices.learn(
          handle,
          question.office(),
          line.subjectIndex(),
          new LearntSupportOffices.Known(new OfficeNumber(answer), ""));
    }
  }

  void applyWhole(Handle handle, Question question, String answer) {
    switch (question.kind()) {
      case USERS_WITH_ERRORS, SUPPORT_OFFICE, WITHDRAWAL, OTHER_SATELLITES ->
          OutgoingUnits.state(handle, question.subject(), OutgoingUnit.State.READY);
      case REFUSED_BY_CHANNEL ->
          Parcels.state(
              handle,
              question.subject(),
              TRY_AGAIN.equals(answer) ? Parcel.State.READY : Parcel.State.GIVEN_UP);
    }
  }
}
