package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Vault;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which answers a question takes, and what they bring about. */
public final class Answers {
  /** To {@link Question.Kind#USERS_WITH_ERRORS}: the users without errors go. */
  public static final String SEND_OTHERS = "他は送る";

  /** To {@link Question.Kind#USERS_WITH_ERRORS}: nothing goes. */
  public static final String REFUSE = "送らない";

  /** To {@link Question.Kind#REFUSED_BY_CHANNEL}: the parcel is tried again. */
  public static final String TRY_AGAIN = "再送する";

  /**
   * To {@link Question.Kind#REFUSED_BY_CHANNEL} and what else asks about parcels: they are given
   * up.
   */
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

  /**
   * To {@link Question.Kind#CONFIRM_PARTNER} and {@link Question.Kind#CHECK_FAX_NUMBER}, with a
   * blank and the name of who made sure.
   */
  public static final String CONFIRMED = "確認済み";

  /** To {@link Question.Kind#CORRECTION}: what is gone is withdrawn, the rest sent after it. */
  public static final String WITHDRAW_AND_SEND = "取り下げて送る";

  /** To {@link Question.Kind#CALL_FIRST}, with a blank and the name of who telephoned. */
  public static final String CALLED = "電話済み";

  /** To {@link Question.Kind#FAX_SENT}: it was. */
  public static final String SENT = "送信済み";

  /** To {@link Question.Kind#FAX_RESULTS}: the days are as they were read. */
  public static final String AS_READ = "このまま";

  /** To {@link Question.Kind#FAX_RESULTS}: nothing was given on any day. */
  public static final String NOT_TAKEN = "実績なし";

  /** To {@link Question.Kind#FAX_PAGE}: nobody needs the page. */
  public static final String ADVERTISEMENT = "広告";

  private static final Pattern DAYS = Pattern.compile("[0-9]{1,2}([,、 ]+[0-9]{1,2}){0,30}");
  private static final int LAST_DAY = 31;

  /** To {@link Question.Kind#DELETE_BY_HAND}: a person did it. */
  public static final String DONE = "済";

  private static final Pattern SAID_BY =
      Pattern.compile("(" + CONFIRMED + "|" + CALLED + ")\\s+(\\S.{0,99})");

  /** What the ledger notes of an answer that names a user. */
  static final String NAMED = "回答済み";

  private static final String CHANNELS =
      Arrays.stream(ChannelName.values())
          .map(ChannelName::word)
          .filter(Answers::isChannel)
          .collect(Collectors.joining("、"));

  private final LearntSupportOffices supportOffices;
  private final ConfirmedUsers users;
  private final ConfirmedPartners partners;
  private final Vault vault;
  private final Clock clock;

  Answers(
      LearntSupportOffices supportOffices,
      ConfirmedUsers users,
      ConfirmedPartners partners,
      Vault vault,
      Clock clock) {
    this.supportOffices = supportOffices;
    this.users = users;
    this.partners = partners;
    this.vault = vault;
    this.clock = clock;
  }

  /** The answers to choose from; there are more where something is to be written. */
  private static List<String> choices(Question.Kind kind) {
    return switch (kind) {
      case USERS_WITH_ERRORS -> List.of(SEND_OTHERS, REFUSE);
      case REFUSED_BY_CHANNEL -> List.of(TRY_AGAIN, GIVE_UP);
      case WITHDRAWAL -> List.of(WITHDRAW, KEEP);
      case OTHER_SATELLITES -> List.of(MERGE, AS_IT_IS);
      case ADDRESSEE -> List.of(AS_IT_IS, LEAVE_OUT);
      case LATE_UNIT, UNKNOWN_DELETE -> List.of(DELIVER, SET_ASIDE);
      case WHO_IS_MEANT -> List.of(LEAVE_OUT);
      case CONFIRM_PARTNER, CHOOSE_CHANNEL, CALL_FIRST, CHECK_FAX_NUMBER -> List.of(GIVE_UP);
      case FAX_RESULTS -> List.of(AS_READ, NOT_TAKEN);
      case FAX_PAGE -> List.of(ADVERTISEMENT);
      case FAX_SENT -> List.of(SENT, TRY_AGAIN, GIVE_UP);
      case CORRECTION -> List.of(AS_IT_IS, WITHDRAW_AND_SEND, LEAVE_OUT);
      case DELETE_BY_HAND -> List.of(DONE);
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
      case CONFIRM_PARTNER ->
          "電話で確かめたら「"
              + CONFIRMED
              + " 架空花子」のように、空白のあとに確かめた人の名前を書いてください。送らないなら「"
              + GIVE_UP
              + "」と書いてください。";
      case FAX_RESULTS ->
          "画像と同じなら「"
              + AS_READ
              + "」、違うか疑わしいなら行った日を「1,3,15」のように、1 日もなければ「"
              + NOT_TAKEN
              + "」と書いてください。";
      case FAX_PAGE -> "このページを渡す事業所の事業所番号（10桁）か、要らないページなら「" + ADVERTISEMENT + "」と書いてください。";
      case CHECK_FAX_NUMBER ->
          "番号を名刺や通知と 1 桁ずつ見比べて、合っていたら「"
              + CONFIRMED
              + " 架空花子」のように、空白のあとに確かめた人の名前を書いてください。違うなら「"
              + GIVE_UP
              + "」と書いてください。";
      case CALL_FIRST ->
          "相手に電話で伝えたら「"
              + CALLED
              + " 架空花子」のように、空白のあとに電話した人の名前を書いてください。送らないなら「"
              + GIVE_UP
              + "」と書いてください。";
      case CHOOSE_CHANNEL -> "経路（" + CHANNELS + "）か「" + GIVE_UP + "」を書いてください。";
      case REFUSED_BY_CHANNEL ->
          "「" + TRY_AGAIN + "」か「" + GIVE_UP + "」、別の経路で送るなら経路（" + CHANNELS + "）を書いてください。";
      case DELETE_BY_HAND -> "介護ソフトで取り下げたら「" + DONE + "」と書いてください。";
      case USERS_WITH_ERRORS,
          WITHDRAWAL,
          OTHER_SATELLITES,
          ADDRESSEE,
          LATE_UNIT,
          CORRECTION,
          UNKNOWN_DELETE,
          FAX_SENT ->
          "「" + String.join("」か「", choices(kind)) + "」と書いてください。";
    };
  }

  /** The channels that a person may choose; the direct one is never a choice. */
  private static boolean isChannel(String answer) {
    return ChannelName.of(answer).filter(name -> name != ChannelName.DIRECT).isPresent();
  }

  /** Who made sure, when an answer says so. */
  private static Optional<String> saidBy(Question.Kind kind, String answer) {
    Matcher written = SAID_BY.matcher(answer);
    return written.matches() && written.group(1).equals(statement(kind))
        ? Optional.of(written.group(2))
        : Optional.empty();
  }

  /** The word before a person's name; empty where no name is asked for. */
  private static String statement(Question.Kind kind) {
    return switch (kind) {
      case CONFIRM_PARTNER, CHECK_FAX_NUMBER -> CONFIRMED;
      case CALL_FIRST -> CALLED;
      default -> "";
    };
  }

  /** Whether a line of the question takes the answer. */
  public static boolean isPossible(Question question, int position, String answer) {
    Question.Line line = question.lines().get(position);
    if (question.kind() == Question.Kind.FAX_RESULTS) {
      return AS_READ.equals(answer)
          ? !line.subjectIndex().equals(Question.DOUBTFUL)
          : NOT_TAKEN.equals(answer) || isDays(answer);
    }
    UserWords words = line.words();
    return choices(question.kind()).contains(answer)
        || (question.kind() == Question.Kind.FAX_PAGE && OfficeNumber.isValid(answer))
        || (question.kind() == Question.Kind.SUPPORT_OFFICE && OfficeNumber.isValid(answer))
        || (words != null && UserAnswer.parse(answer, words).isPresent())
        || saidBy(question.kind(), answer).isPresent()
        || (takesChannel(question.kind()) && isChannel(answer));
  }

  private static boolean isDays(String answer) {
    return DAYS.matcher(answer).matches()
        && days(answer).stream().allMatch(day -> day >= 1 && day <= LAST_DAY);
  }

  /** The days of a month that an answer to {@link Question.Kind#FAX_RESULTS} names. */
  public static List<Integer> days(String answer) {
    return Arrays.stream(answer.split("[,、 ]+")).map(Integer::valueOf).distinct().sorted().toList();
  }

  private static boolean takesChannel(Question.Kind kind) {
    return kind == Question.Kind.REFUSED_BY_CHANNEL || kind == Question.Kind.CHOOSE_CHANNEL;
  }

  /** What the ledger may note of the answer in the clear. */
  static String noted(Question question, Question.Line line, String answer) {
    if (saidBy(question.kind(), answer).isPresent()) {
      return statement(question.kind());
    }
    return line.words() == null || answer.equals(LEAVE_OUT) ? answer : NAMED;
  }

  /** What the evidence says of the answer: people by their index, never by number or name. */
  String proved(Question question, Question.Line line, String answer) {
    Optional<String> by = saidBy(question.kind(), answer);
    if (by.isPresent()) {
      return statement(question.kind()) + " " + vault.index("person", by.get());
    }
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
    if (question.kind() == Question.Kind.FAX_PAGE) {
      FaxPages.chosen(handle, question.id(), question.lines().indexOf(line), answer);
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
      case USERS_WITH_ERRORS,
          SUPPORT_OFFICE,
          WITHDRAWAL,
          OTHER_SATELLITES,
          ADDRESSEE,
          CORRECTION,
          CALL_FIRST ->
          OutgoingUnits.state(handle, question.subject(), OutgoingUnit.State.READY);
      case LATE_UNIT, UNKNOWN_DELETE ->
          Receptions.state(
              handle,
              question.subject(),
              DELIVER.equals(answer) ? Reception.State.FETCHED : Reception.State.SET_ASIDE);
      case REFUSED_BY_CHANNEL -> afterRefusal(handle, question.subject(), answer);
      case CONFIRM_PARTNER -> afterConfirmation(handle, question, answer);
      case CHOOSE_CHANNEL -> afterChoice(handle, question, answer);
      case CHECK_FAX_NUMBER -> afterCheck(handle, question);
      case FAX_SENT ->
          FaxJobs.answered(handle, question.subject(), question.id(), answer, clock.millis());
      case FAX_RESULTS -> FaxProposals.confirmed(handle, question.id(), clock.millis());
      case WHO_IS_MEANT, DELETE_BY_HAND, FAX_PAGE -> {
        // each line wakes what waits for it; for a delete nothing waits
      }
    }
  }

  private void afterRefusal(Handle handle, String parcel, String answer) {
    if (isChannel(answer)) {
      WaitingParcels.changeChannel(handle, parcel, answer, clock.millis());
    } else {
      Parcels.state(
          handle, parcel, TRY_AGAIN.equals(answer) ? Parcel.State.READY : Parcel.State.GIVEN_UP);
    }
  }

  /** One office asks for all: where the partner is known to exist, nobody else has to ask. */
  private void afterConfirmation(Handle handle, Question question, String answer) {
    Optional<String> by = saidBy(question.kind(), answer);
    if (by.isEmpty()) {
      WaitingParcels.giveUp(handle, question.office().value(), question.subject());
      return;
    }
    partners.confirm(handle, question.subject(), by.get());
    WaitingParcels.ready(handle, question.subject());
    Questions.closeOthers(handle, question, CONFIRMED, clock.millis());
  }

  /** Every office may use a number that one has checked. */
  private void afterCheck(Handle handle, Question question) {
    if (FaxNumbers.answered(handle, question, clock.millis())) {
      WaitingParcels.ready(handle, question.subject());
    } else {
      WaitingParcels.giveUp(handle, question.office().value(), question.subject());
    }
  }

  private static void afterChoice(Handle handle, Question question, String answer) {
    String sender = question.office().value();
    if (isChannel(answer)) {
      WaitingParcels.choose(handle, sender, question.subject(), answer);
      WaitingParcels.ready(handle, sender, question.subject());
    } else {
      WaitingParcels.giveUp(handle, sender, question.subject());
    }
  }
}
