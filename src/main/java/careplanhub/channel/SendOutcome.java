package careplanhub.channel;

import java.time.Instant;

/** What became of a sent parcel, when that is known. */
public sealed interface SendOutcome {
  /** The code of a channel that does not know the addressee; another channel may. */
  String ADDRESSEE_UNKNOWN = "ADDRESSEE_UNKNOWN";

  /**
   * The other side has the parcel durably. A repetition gets the same.
   *
   * @param receiptId the other side's id of the receipt
   * @param at when it accepted the parcel
   * @param relayHead head of its evidence chain, this parcel included
   */
  record Accepted(String receiptId, Instant at, String relayHead) implements SendOutcome {}

  /**
   * The parcel lies durably where a person, or this hub's own receiving side, takes it from. It is
   * not handed over before the list of sent parcels says so. A repetition gets the same.
   */
  record Prepared() implements SendOutcome {}

  /**
   * The other side will never accept this parcel as it is.
   *
   * @param code stable, such as ADDRESSEE_UNKNOWN
   * @param messageJapanese what is wrong and what the person does next, in the other side's words
   */
  record Refused(String code, String messageJapanese) implements SendOutcome {
    /** Whether the other side does not know the addressee; then another channel may be tried. */
    public boolean isAddresseeUnknown() {
      return code.equals(ADDRESSEE_UNKNOWN);
    }
  }

  static SendOutcome accepted(String receiptId, Instant at, String relayHead) {
    return new Accepted(receiptId, at, relayHead);
  }

  static SendOutcome refused(String code, String messageJapanese) {
    return new Refused(code, messageJapanese);
  }
}
