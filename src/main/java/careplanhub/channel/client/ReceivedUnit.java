package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;

/**
 * A send unit that was downloaded, whole or as far as it came.
 *
 * @param id made from sender, serial and content, so that the same files make the same id
 * @param from the sender
 * @param serial ファイル連番 of its files
 * @param receivedAt when it was put together
 * @param message a warning for the office, empty when all is well
 * @param files in the standard's order, the parent before its children
 */
record ReceivedUnit(
    String id,
    OfficeNumber from,
    String serial,
    Instant receivedAt,
    String message,
    List<EntryFile> files) {
  ReceivedUnit {
    files = List.copyOf(files);
  }
}
