package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;

/**
 * A parcel that waits for an office at the other side.
 *
 * @param parcelId the sender's id
 * @param receivedAt 受信日時: when the other side accepted it
 * @param message メッセージ, may be empty
 * @param from 送信元事業所
 * @param fromName its name at the other side
 * @param files in the sender's order
 * @param fetched データ取得状況: whether all of it was fetched before
 * @param evidenceHead head of the sender's evidence chain when it sent, may be empty
 */
public record ReceivedEntry(
    String parcelId,
    Instant receivedAt,
    String message,
    OfficeNumber from,
    String fromName,
    List<EntryFile> files,
    boolean fetched,
    String evidenceHead) {
  public ReceivedEntry {
    files = List.copyOf(files);
  }
}
