package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import careplanhub.store.ContentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one addressee as one whole. The three lights (decision 11) are the three instants
 * at the end; null means not yet, or not knowable on that channel.
 *
 * @param id a UUID; the partner's side knows the parcel by it, and every attempt uses the same
 * @param unitId the outgoing unit it was made from
 * @param sender the office that sends
 * @param addressee the partner's office
 * @param serial ファイル連番 of its files
 * @param channel the channel's name, such as relay; empty while nobody has said which one reaches
 *     the addressee
 * @param state what happens to it next
 * @param madeAt when it was packed
 * @param attempts how often it was tried
 * @param files in the order they are sent
 * @param handedOverAt 渡した: the channel has it durably
 * @param fetchedAt 取得済: the partner fetched it
 * @param importedAt 取込済: the partner's software took it
 */
public record Parcel(
    String id,
    String unitId,
    OfficeNumber sender,
    OfficeNumber addressee,
    Serial serial,
    String channel,
    State state,
    Instant madeAt,
    int attempts,
    List<ParcelEntry> files,
    @Nullable Instant handedOverAt,
    @Nullable Instant fetchedAt,
    @Nullable Instant importedAt) {

  /** What happens to a parcel next. */
  public enum State {
    /** To be handed to its channel. */
    READY,
    /** A person has to say first whether its addressee exists, or which channel reaches it. */
    WAITING,
    /** It lies where somebody carries it from; all lights are still looked for. */
    PREPARED,
    /** The channel has it; the other lights are still looked for. */
    HANDED_OVER,
    /** All lights are on that can be known on its channel. */
    CLOSED,
    /** The channel refused it for good; a person has been asked. */
    REFUSED,
    /** A person gave it up. */
    GIVEN_UP
  }

  /**
   * One file of a parcel.
   *
   * @param name the standard's file name; of an attachment see {@link Enclosure}
   * @param content its bytes in the vault
   * @param csvVersion CSVバージョン, six digits, empty for an image
   */
  public record ParcelEntry(String name, ContentId content, String csvVersion) {
    private static final String ATTACHMENT = "attachment-";

    /**
     * A file that staff put beside those of the standard; its name here tells nothing of its own.
     *
     * @param number from 1 on in its parcel
     * @param ending of its name, without the dot
     */
    public static ParcelEntry attachment(int number, String ending, ContentId content) {
      return new ParcelEntry(ATTACHMENT + number + "." + ending, content, "");
    }

    /** Whether it is no file of the standard. */
    public boolean isAttachment() {
      return name.startsWith(ATTACHMENT);
    }
  }

  /** The same with more files behind its own. */
  public Parcel with(List<ParcelEntry> more) {
    return new Parcel(
        id,
        unitId,
        sender,
        addressee,
        serial,
        channel,
        state,
        madeAt,
        attempts,
        Stream.concat(files.stream(), more.stream()).toList(),
        handedOverAt,
        fetchedAt,
        importedAt);
  }

  /** The same files for the same addressee as a new parcel. */
  Parcel again(Instant now) {
    return new Parcel(
        UUID.randomUUID().toString(),
        unitId,
        sender,
        addressee,
        serial,
        channel,
        State.READY,
        now,
        0,
        files,
        null,
        null,
        null);
  }

  /** Its channel; empty while it has none. */
  public Optional<ChannelName> channelName() {
    return ChannelName.of(channel);
  }

  /** The lane it travels in: one sender to one addressee, so that no other pair waits for it. */
  public String lane() {
    return sender + ">" + addressee;
  }
}
