package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;

/**
 * A parcel that a person is to upload.
 *
 * @param turn later parcels of an office have greater ones
 * @param id the sender's
 * @param addressee to whom
 * @param addresseeName its name, empty when nobody knows it
 * @param message for the addressee, may be empty
 * @param preparedAt since when it lies ready
 * @param files in upload order
 */
record HandOverParcel(
    long turn,
    String id,
    OfficeNumber addressee,
    String addresseeName,
    String message,
    Instant preparedAt,
    List<EntryFile> files) {
  HandOverParcel {
    files = List.copyOf(files);
  }

  long size() {
    return files.stream().mapToLong(EntryFile::size).sum();
  }
}
