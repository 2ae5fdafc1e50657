package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.util.List;
import java.util.UUID;

/**
 * A parcel to send. A repetition must have the same id, message and files, so that the other side
 * recognises it.
 *
 * @param id the sender's own, a random UUID in lower case, kept until the outcome is known
 * @param from the sending office, in whose name the channel speaks
 * @param to the addressee
 * @param message shown to people, may be empty
 * @param files at least one, in order
 * @param evidenceHead head of the sender's evidence chain, may be empty; may differ in a repetition
 */
public record OutgoingParcel(
    String id,
    OfficeNumber from,
    OfficeNumber to,
    String message,
    List<ParcelFile> files,
    String evidenceHead) {
  public OutgoingParcel {
    files = List.copyOf(files);
    if (!UUID.fromString(id).toString().equals(id)) {
      throw new IllegalArgumentException("A parcel's id is a UUID in lower case.");
    }
  }
}
