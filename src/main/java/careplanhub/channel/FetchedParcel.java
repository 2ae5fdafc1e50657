package careplanhub.channel;

import java.util.List;

/** What a fetch endpoint answers: the files, in the sender's order. */
public record FetchedParcel(String parcelId, List<ParcelFile> files) {
  public FetchedParcel {
    files = List.copyOf(files);
  }
}
