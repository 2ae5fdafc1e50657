package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Vault;
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

  /**
   * To {@link Question.Kind#OTHER_SATELLITES}: the file is the whole of the office. To {@link
   * Question.Kind#ADDRESSEE}: the addressee is right.
   */
  public static final String AS_IT_IS = "このまま送る";

  /**
   * To {@link Question.Kind#WHO_IS_MEANT}: the records stay behind this time. To {@link
   * Question.Kind#ADDRESSEE}: nothing is sent.
   */
  public static final String LEAVE_OUT = "送らない";

  /** To {@link Question.Kind#LATE_UNIT}: it is delivered all the same. */
  public static final String DELIVER = "届ける";

  /** To {@link Question.Kind#LATE_UNIT}: it is kept, but not delivered. */
  public static final String SET_ASIDE = "届けない";

  /** What the ledger notes of an answer that names a user. */
  static final String NAMED = "回答済み";

  private final LearntSupportOffices supportOffices;
  private final ConfirmedUsers users;
  private final Vault vault;

  Answers(LearntSupportOffices supportOffices, ConfirmedUsers users, Vault vault) {
    this.supportOffices = supportOffices;
    this.users = users;
    this.vault = vault;
  }

  /** The answers to choose from; there are more where something is to be written. */
  private static List<String> choices(Question.Kind kind) {
    return switch (kind) {
      case USERS_WITH_ERRORS -> List.of(SEND_OTHERS, REFUSE);
      case REFUSED_BY_CHANNEL -> List.of(TRY_AGAIN, GIVE_UP);
      case WITHDRAWAL -> List.of(WITHDRAW, KEEP);
      case OTHER_SATELLITES -> List.of(MERGE, AS_IT_IS);
      case ADDRESSEE -> List.of(AS_IT_IS, LEAVE_OUT);
      case LATE_UNIT -> List.of(DELIVER, SET_ASIDE);
      case WHO_IS_MEANT -> List.of(LEAVE_OUT);
      case SUPPORT_OFFICE -> List.of();
    };
  }

  /** Japanese: what may be written as an answer. */
  public static String help(Question.Kind kind) {
    return switch (kind) {
      case SUPPORT_OFFICE -> "居宅介護支援事業所の事業所番号（10桁）を書いてください。";
      case WHO_IS_MEANT ->
          "だれのことか、保険者番号（6桁）と被保険者番号（10桁）を空白で区切って書いてください（例 999901 9900000001）。今回送らないなら「"
              + LEAVE_OUT
              + "」と書いてください。";
      case USERS_WITH_ERRORS,
          REFUSED_BY_CHANNEL,
          WITHDRAWAL,
          OTHER_SATELLITES,
          ADDRESSEE,
          LATE_UNIT ->
          "「" + String.join("」か「", choices(kind)) + "」と書いてください。";
    };
  }

  /** Whether a line of the question takes the answer. */
  public static boolean isPossible(Question question, int position, String answer) {
    UserWords words = question.lines().get(position).words();
    return choices(question.kind()).contains(answer)
        || (question.kind() == Question.Kind.SUPPORT_OFFICE && OfficeNumber.isValid(answer))
        || (words != null && UserAnswer.parse(answer, words).isPresent());
  }

  /** What the ledger may note of the answer in the clear. */
  static String noted(Question.Line line, String answer) {
    return line.words() == null || answer.equals(LEAVE_OUT) ? answer : NAMED;
  }

  /** What the evidence says of the answer: a user by the index, never by the numbers. */
  String proved(Question.Line line, String answer) {
    UserWords words = line.words();
    return words == null
        ? answer
        : UserAnswer.parse(answer, words)
            .map(user -> OutgoingUnits.userIndex(vault, user))
            .orElse(answer);
  }

  void applyLine(Handle handle, Question question, Question.Line line, String answer) {
    if (question.kind() == Question.Kind.SUPPORT_OFFICE) {
      supportOffices.learn(
          handle,
          question.office(),
          line.subjectIndex(),
          new LearntSupportOffices.Known(new OfficeNumber(answer), ""));
    }
    UserWords words = line.words();
    if (words != null) {
      if (answer.equals(LEAVE_OUT)) {
        OutgoingUnits.leaveOut(handle, question.office(), line.subjectIndex());
      } else {
        users.confirm(
            handle, question.office(), words, UserAnswer.parse(answer, words).orElseThrow());
      }
      OutgoingUnits.wake(handle, question.office(), line.subjectIndex());
    }
  }

  void applyWhole(Handle handle, Question question, String answer) {
    switch (question.kind()) {
      case USERS_WITH_ERRORS, SUPPORT_OFFICE, WITHDRAWAL, OTHER_SATELLITES, ADDRESSEE ->
          OutgoingUnits.state(handle, question.subject(), OutgoingUnit.State.READY);
      case REFUSED_BY_CHANNEL ->
          Parcels.state(
              handle,
              question.subject(),
              TRY_AGAIN.equals(answer) ? Parcel.State.READY : Parcel.State.GIVEN_UP);
      case LATE_UNIT ->
          Receptions.state(
              handle,
              question.subject(),
              DELIVER.equals(answer) ? Reception.State.FETCHED : Reception.State.SET_ASIDE);
      case WHO_IS_MEANT -> {
        // each line wakes what waits for it
      }
    }
  }
}
