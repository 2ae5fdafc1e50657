package careplanhub.channel;

import java.util.List;

/** What a fetch endpoint answers: the files, in the sender's order. */
record FetchedParcel(String parcelId, List<ParcelFile> files) {
  FetchedParcel {
    files = List.copyOf(files);
  }
}
