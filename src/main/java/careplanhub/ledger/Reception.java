package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that a partner sent to an office of this hub.
 *
 * @param id the ledger's name for it
 * @param channel where it came from
 * @param parcelId the sender's name for it
 * @param office the receiving office
 * @param sender the partner's office
 * @param message the text that travelled with it
 * @param serial ファイル連番, or fourteen zeros when no file has one; parcels of one sender are delivered
 *     in this order
 * @param state what happens to it next
 * @param receivedAt when the channel got it
 * @param files in the order they were sent; empty before they are fetched
 * @param errors how many errors the check found; a parcel with errors is delivered raw
 * @param deliveredAt when its files stood in the inbox
 */
public record Reception(
    String id,
    String channel,
    String parcelId,
    OfficeNumber office,
    OfficeNumber sender,
    String message,
    String serial,
    State state,
    Instant receivedAt,
    List<ReceivedFile> files,
    int errors,
    @Nullable Instant deliveredAt) {

  /** {@link #serial()} when no file has one. */
  public static final String NO_SERIAL = "00000000000000";

  /** What happens to a reception next. */
  public enum State {
    /** The channel has listed it; its files are to be fetched. */
    ANNOUNCED,
    /** Its files are in the vault; they are to be checked, translated and delivered. */
    FETCHED,
    /** A person must say whether it is still wanted. */
    WAITING,
    /** Nobody wants it any more; the channel is to be told that it need not be kept. */
    SET_ASIDE,
    /** Its files are staged beside the inbox; only the renames are left. */
    STAGED,
    /** Its files stood in the inbox; the channel is to be told. */
    DELIVERED,
    /** The channel knows that the office has it. */
    ACKNOWLEDGED
  }

  /**
   * One file as it was fetched.
   *
   * @param name as the partner named it; never used as a path
   * @param content its raw bytes in the vault
   * @param csvVersion as the channel's list says, empty when unknown
   */
  public record ReceivedFile(String name, ContentId content, String csvVersion) {}
}
