package careplanhub.ledger;

import java.util.Map;

/**
 * What staff put beside the files of a parcel.
 *
 * @param message メッセージ for the addressee, may be empty
 * @param names the attachments' own names by those that stand in the parcel
 */
public record Enclosure(String message, Map<String, String> names) {
  /** Nothing. */
  public static final Enclosure NONE = new Enclosure("", Map.of());

  public Enclosure {
    names = Map.copyOf(names);
  }

  /** The name under which a parcel's file is sent and shown. */
  public String nameOf(Parcel.ParcelEntry file) {
    return names.getOrDefault(file.name(), file.name());
  }
}
