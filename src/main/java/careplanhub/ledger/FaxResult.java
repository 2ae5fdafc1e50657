package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Results that were read from filled in sheets.
 *
 * @param id as which they are received
 * @param question by which a person confirms them
 * @param office ours, for which they are
 * @param partner who filled in the sheets
 * @param parcel with which the sheets were sent
 * @param proposal what was read, in the vault
 * @param state how far they are
 * @param content the file that they became, in the vault; null before
 * @param name its name; empty before
 * @param changedAt when the state changed
 */
public record FaxResult(
    String id,
    String question,
    OfficeNumber office,
    OfficeNumber partner,
    String parcel,
    ContentId proposal,
    State state,
    @Nullable ContentId content,
    String name,
    Instant changedAt) {
  /** How far they are. */
  public enum State {
    /** A person is asked. */
    ASKED,
    /** A person has answered for every line. */
    CONFIRMED,
    /** They are a file that waits to be received. */
    READY,
    /** The hub has received the file. */
    TAKEN,
    /** A person wanted none of it. */
    DECLINED
  }
}
