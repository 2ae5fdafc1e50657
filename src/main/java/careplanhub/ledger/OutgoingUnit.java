package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import java.time.Instant;

/**
 * A send unit (送信単位) that an office exported: standard files of one serial, or one vendor file.
 *
 * @param id the ledger's name for it
 * @param office whose outbox held it
 * @param key what its files share; see {@link Arrivals}
 * @param state what happens to it next
 * @param dueAt when it is worked on though companions are missing
 */
public record OutgoingUnit(String id, OfficeNumber office, String key, State state, Instant dueAt) {

  /** What happens to a unit next. */
  public enum State {
    /** Files of it may still arrive; it goes on when it is complete, or when its time is due. */
    GATHERING,
    /** To be translated, checked and packed now. */
    READY,
    /** A person has to answer a question first. */
    WAITING,
    /** It lies in the office's error folder beside the reason. */
    REFUSED,
    /** Its parcels stand in the ledger, or nothing was left to send. */
    PACKED
  }
}
