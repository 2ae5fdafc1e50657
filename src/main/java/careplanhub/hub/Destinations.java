package careplanhub.hub;

import careplanhub.channel.SendOutcome;
import careplanhub.ledger.ConfirmedPartners;
import careplanhub.ledger.FaxNumbers;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Question;
import careplanhub.ledger.WaitingParcels;
import careplanhub.office.ChannelName;
import careplanhub.office.Directory;
import careplanhub.office.FaxAccess;
import careplanhub.standard.OfficeNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a parcel may go to its addressee and by which channel: nothing is sent to a partner
 * before somebody made sure by telephone that it exists, and a channel that does not know it gives
 * way to the partner's next one. Safe for every thread.
 */
public final class Destinations {
  private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

  /** What the evidence says of a parcel that left the relay because a person wrote it down. */
  private static final String NOT_ON_RELAY = "NOT_ON_RELAY";

  private final Directory directory;
  private final ConfirmedPartners confirmed;
  private final WaitingParcels waiting;
  private final FaxNumbers faxNumbers;
  private final Parcels parcels;
  private final Changes changes;

  Destinations(
      Directory directory,
      ConfirmedPartners confirmed,
      WaitingParcels waiting,
      FaxNumbers faxNumbers,
      Parcels parcels,
      Changes changes) {
    this.directory = directory;
    this.confirmed = confirmed;
    this.waiting = waiting;
    this.faxNumbers = faxNumbers;
    this.parcels = parcels;
    this.changes = changes;
  }

  /**
   * Lets a parcel pass whose addressee is known to exist and is reached by a channel.
   *
   * @throws ParcelWaitsException when a person has to say one of it first
   */
  public Parcel require(Parcel parcel) throws ParcelWaitsException {
    if (!exists(parcel.addressee())) {
      throw new ParcelWaitsException(parcel, Question.Kind.CONFIRM_PARTNER);
    }
    if (parcel.channelName().isEmpty()) {
      throw new ParcelWaitsException(parcel, Question.Kind.CHOOSE_CHANNEL);
    }
    if (parcel.channelName().equals(Optional.of(ChannelName.FAX))
        && directory
            .faxOf(parcel.addressee())
            .filter(fax -> !faxNumbers.isChecked(parcel.addressee(), fax.digits()))
            .isPresent()) {
      throw new ParcelWaitsException(parcel, Question.Kind.CHECK_FAX_NUMBER);
    }
    return parcel;
  }

  private boolean exists(OfficeNumber addressee) {
    return directory.isConfirmed(addressee) || confirmed.contains(addressee);
  }

  /**
   * The parcel as it is to be sent now. One that waited for the relay goes by another channel when
   * somebody wrote down that its sender or addressee does not use the relay, as when the relay is
   * gone for good; a failure alone never changes the channel, since the parcel may be there.
   */
  Parcel offRelay(Parcel parcel) {
    List<ChannelName> ways = directory.channelsFor(parcel.sender(), parcel.addressee());
    boolean leaves =
        parcel.channel().equals(ChannelName.RELAY.word())
            && directory.isOffRelay(parcel.sender(), parcel.addressee())
            && !ways.isEmpty()
            && !ways.contains(ChannelName.RELAY);
    if (!leaves) {
      return parcel;
    }
    waiting.fallBack(parcel, ways.get(0), NOT_ON_RELAY);
    LOG.info("parcel {} leaves the relay for channel {}", parcel.id(), ways.get(0));
    return parcels.find(parcel.id()).orElseThrow();
  }

  /** Asks; the parcel waits, and with it whatever else goes to this addressee. */
  public void ask(@ExchangeException ParcelWaitsException reason) {
    Parcel parcel = reason.parcel();
    String partner =
        parcel.addressee()
            + directory.nameOf(parcel.addressee()).map(name -> " " + name).orElse("");
    Optional<Question> asked =
        reason.kind() == Question.Kind.CHECK_FAX_NUMBER
            ? askAboutNumber(parcel, partner)
            : waiting.ask(parcel, reason.kind(), text(reason.kind(), partner));
    asked.ifPresent(
        question -> LOG.info("office {}: question {} asked", parcel.sender(), question.id()));
    changes.touch(parcel.sender());
  }

  /** The number stands in two lines, each of which a person compares by itself. */
  private Optional<Question> askAboutNumber(Parcel parcel, String partner) {
    FaxAccess fax = directory.faxOf(parcel.addressee()).orElseThrow();
    return faxNumbers.ask(
        parcel,
        fax.digits(),
        "送信先 "
            + partner
            + " にはじめて FAX で送ります。番号を 2 回確かめてください。確かめるまで、この番号には何も送りません。"
            + "番号が違うときは corporation.yaml を直してください。",
        List.of(
            "1 回目: 送信先 " + partner + " の FAX 番号は " + fax.number() + " です。",
            "2 回目: もう一度、1 桁ずつ確かめてください。"
                + String.join(" ", fax.digits().split(""))
                + "（送信先 "
                + partner
                + "）"));
  }

  private static String text(Question.Kind kind, String partner) {
    return kind == Question.Kind.CONFIRM_PARTNER
        ? "送信先 "
            + partner
            + " が実在することを、まだだれも確かめていません。相手に電話で事業所番号を確かめてください。"
            + "確かめるまで、この相手には何も送りません。"
        : "送信先 "
            + partner
            + " に送る経路がありません。経路を選んでください。"
            + "corporation.yaml の相手に channel を書けば、次からは聞きません。";
  }

  /** Lets what waits go on where the directory by now says what a person was asked for. */
  public void release() {
    for (WaitingParcels.Pair pair : waiting.pairs()) {
      List<ChannelName> ways = directory.channelsFor(pair.sender(), pair.addressee());
      boolean helps = !pair.withoutChannel() || !ways.isEmpty();
      if (helps && exists(pair.addressee()) && !isAskedAboutNumber(pair)) {
        waiting.release(pair, ways.isEmpty() ? null : ways.get(0));
        changes.touch(pair.sender());
      }
    }
  }

  /** A number that changed meanwhile is asked about anew. */
  private boolean isAskedAboutNumber(WaitingParcels.Pair pair) {
    return directory
        .faxOf(pair.addressee())
        .filter(fax -> faxNumbers.isAsked(pair.sender(), pair.addressee(), fax.digits()))
        .isPresent();
  }

  /**
   * The channel will never take the parcel. One that does not know the addressee gives way to the
   * partner's next channel; everything else is a person's to decide.
   */
  void refused(Parcel parcel, SendOutcome.Refused refused) {
    List<ChannelName> ways = directory.channelsFor(parcel.sender(), parcel.addressee());
    int tried = parcel.channelName().map(ways::indexOf).orElse(-1);
    if (refused.isAddresseeUnknown() && tried >= 0 && tried + 1 < ways.size()) {
      ChannelName next = ways.get(tried + 1);
      waiting.fallBack(parcel, next, refused.code());
      LOG.info("parcel {} goes on to channel {}, {}", parcel.id(), next, refused.code());
      return;
    }
    parcels.refused(parcel, refused.code(), text(parcel, refused, ways));
    LOG.warn("parcel {} refused by its channel with {}", parcel.id(), refused.code());
  }

  private static String text(Parcel parcel, SendOutcome.Refused refused, List<ChannelName> ways) {
    String others =
        ways.stream()
            .map(ChannelName::word)
            .filter(word -> !word.equals(parcel.channel()))
            .collect(Collectors.joining("、"));
    return "送信先 "
        + parcel.addressee()
        + " への送信（ファイル連番 "
        + parcel.serial()
        + "）を"
        + parcel.channelName().map(ChannelName::japanese).orElse("経路")
        + "が受け付けませんでした。理由: "
        + refused.messageJapanese()
        + (others.isEmpty() ? "" : "ほかに使える経路: " + others);
  }
}
