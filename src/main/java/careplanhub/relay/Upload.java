package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A parcel whose contents have come in and which is not accepted yet.
 *
 * @param uploadId under which its contents are kept; the relay's own
 * @param parcelId the sender's id
 * @param to the addressee
 * @param message may be empty
 * @param senderHead the head of the sender's evidence chain; may be empty
 * @param files in the sender's order
 */
record Upload(
    String uploadId,
    UUID parcelId,
    OfficeNumber to,
    String message,
    String senderHead,
    List<Content> files) {

  /**
   * A file whose bytes are kept.
   *
   * @param name as the sender wrote it
   * @param size in bytes
   * @param sha256 of the bytes, hexadecimal
   * @param csvVersion CSVバージョン of the first record; empty when it has none
   * @param asNamed whether the bytes are of the kind that the name's ending says
   */
  record Content(String name, long size, String sha256, String csvVersion, boolean asNamed) {}

  /** The sum of the sizes of its files. */
  long size() {
    return files.stream().mapToLong(Content::size).sum();
  }

  Upload {
    files = List.copyOf(files);
  }

  /**
   * What makes two parcels the same: addressee, message and files. The sender's chain head is left
   * out, since it may have grown between a try and its repetition.
   */
  String contentHash() {
    MessageDigest digest = Sha256.digest();
    add(digest, to.value());
    add(digest, message);
    for (Content file : files) {
      add(digest, file.name());
      add(digest, file.sha256());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
