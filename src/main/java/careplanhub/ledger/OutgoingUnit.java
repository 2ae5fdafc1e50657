package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  private static final String ATTACHMENTS = "attachments/";

  /**
   * The key of what staff put into a folder to be sent beside the files of the standard.
   *
   * @param addressee 事業所番号; empty when the folder's name tells none
   * @param folder tells folders apart, and nothing of their names
   */
  public static String attachmentsKey(String addressee, String folder) {
    return ATTACHMENTS + addressee + "/" + folder;
  }

  /** Whether its files are attachments and their message. */
  public boolean isAttachments() {
    return areAttachments(key);
  }

  static boolean areAttachments(@Nullable String key) {
    return key != null && key.startsWith(ATTACHMENTS);
  }

  /** Whether the key of attachments tells to whom they go. */
  public static boolean isAddressed(String attachmentsKey) {
    return !attachmentsKey.startsWith(ATTACHMENTS + "/");
  }

  /** To whom attachments go; empty when nothing tells. */
  public Optional<OfficeNumber> attachmentsTo() {
    return Optional.of(key.split("/", -1))
        .filter(parts -> isAttachments() && isAddressed(key))
        .map(parts -> new OfficeNumber(parts[1]));
  }

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
