package careplanhub.hub;

import careplanhub.ledger.OutgoingUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A unit that a person ordered and no software exported, as its key in the ledger says.
 *
 * @param order what was ordered
 * @param parcel the parcel it is about; {@link #NONE} when none was named
 * @param part tells units of one order apart: a delete file's kind, or something unique
 */
record OrderedUnit(Order order, String parcel, String part) {
  static final String NONE = "-";
  private static final String BETWEEN = " ";
  private static final int PARTS = 3;

  /** What a person may order. */
  enum Order {
    /** The delete file of a withdrawal that was confirmed already. */
    WITHDRAW("withdraw"),
    /** The delete file of a withdrawal that a person is to confirm. */
    ASK_TO_WITHDRAW("withdraw?"),
    /** An export whose differences are shown before it goes. */
    CORRECT("correct");

    private final String word;

    Order(String word) {
      this.word = word;
    }
  }

  /** A correction of one parcel, or of whatever was sent. */
  static OrderedUnit correction(String parcel) {
    return new OrderedUnit(Order.CORRECT, parcel, UUID.randomUUID().toString().substring(0, 8));
  }

  /** The order behind a unit; empty when software exported it. */
  static Optional<OrderedUnit> of(OutgoingUnit unit) {
    String[] parts = unit.key().split(BETWEEN, -1);
    for (Order order : Order.values()) {
      if (parts.length == PARTS && parts[0].equals(order.word)) {
        return Optional.of(new OrderedUnit(order, parts[1], parts[2]));
      }
    }
    return Optional.empty();
  }

  /** Its key in the ledger. */
  String key() {
    return String.join(BETWEEN, order.word, parcel, part);
  }

  boolean withdraws() {
    return order != Order.CORRECT;
  }
}
