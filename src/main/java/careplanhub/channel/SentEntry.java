package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that an office sent and the other side still knows.
 *
 * @param parcelId the sender's id
 * @param sentAt 送信日時: when the other side accepted it; null when a prepared parcel still waits to
 *     be carried there
 * @param message メッセージ, may be empty
 * @param to 送信先事業所
 * @param toName its name at the other side
 * @param files in the sender's order
 * @param downloaded ダウンロード状況: whether the addressee fetched all of it
 * @param acknowledgedAt when the addressee acknowledged it; null before
 * @param receipt the addressee's signed receipt (CMS), unverified; null when it gave none
 * @param receiptId the other side's receipt for the parcel
 * @param relayHead head of its evidence chain, this parcel included
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record SentEntry(
    String parcelId,
    @Nullable Instant sentAt,
    String message,
    OfficeNumber to,
    String toName,
    List<EntryFile> files,
    boolean downloaded,
    @Nullable Instant acknowledgedAt,
    byte @Nullable [] receipt,
    String receiptId,
    String relayHead) {}
