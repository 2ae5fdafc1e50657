package careplanhub.hub;

import careplanhub.ledger.Enclosure;
import careplanhub.ledger.OutgoingUnit;
import careplanhub.ledger.Parcel;
import careplanhub.store.ContentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What staff put into one folder of attachments, checked: it may go to its addressee.
 *
 * @param unit as which it arrived
 * @param message メッセージ, may be empty
 * @param files the attachments; none when there is only a message
 */
record Letter(OutgoingUnit unit, String message, List<Item> files) {
  Letter {
    files = List.copyOf(files);
  }

  /**
   * An attachment.
   *
   * @param name its own name, safe on every system and no other's in the letter
   */
  record Item(String name, ContentId content, long size) {}

  long size() {
    return files.stream().mapToLong(Item::size).sum();
  }

  /** Its files as a parcel names them. */
  List<Parcel.ParcelEntry> entries() {
    List<Parcel.ParcelEntry> entries = new ArrayList<>();
    for (Item file : files) {
      entries.add(
          Parcel.ParcelEntry.attachment(
              entries.size() + 1, Attachment.ending(file.name()), file.content()));
    }
    return entries;
  }

  Enclosure enclosure() {
    Map<String, String> names = new HashMap<>();
    List<Parcel.ParcelEntry> entries = entries();
    for (int position = 0; position < files.size(); position++) {
      names.put(entries.get(position).name(), files.get(position).name());
    }
    return new Enclosure(message, names);
  }
}
