package careplanhub.channel.client;

import careplanhub.channel.OutgoingParcel;
import careplanhub.store.FileLayer;
import careplanhub.store.NewFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parcels that lie ready and have no folder yet: a folder each, named by the parcel's id. */
final class WaitingParcels {
  private static final String NOTE = "parcel.json";

  private final FileLayer layer;

  WaitingParcels(FileLayer layer) {
    this.layer = layer;
  }

  boolean hold(ClientPlace place, String id) {
    return Files.exists(place.waiting().resolve(id).resolve(NOTE));
  }

  /** Keeps a parcel durably; its files are named by their places in it. */
  void keep(ClientPlace place, HandOverParcel described, OutgoingParcel parcel) throws IOException {
    Path target = place.waiting().resolve(parcel.id());
    try (NewFolder folder = NewFolder.shared(target, place.staging(), layer)) {
      for (int position = 0; position < parcel.files().size(); position++) {
        folder.write(String.valueOf(position), parcel.files().get(position).content());
      }
      folder.write(NOTE, ClientJson.bytes(described));
      folder.publish();
    }
  }

  /** Those that wait, the oldest first. */
  List<HandOverParcel> all(ClientPlace place) throws IOException {
    List<HandOverParcel> found = new ArrayList<>();
    for (Path folder : Trees.inside(place.waiting())) {
      if (Files.exists(folder.resolve(NOTE))) {
        found.add(ClientJson.read(folder.resolve(NOTE), HandOverParcel.class));
      }
    }
    found.sort(Comparator.comparingLong(HandOverParcel::turn).thenComparing(HandOverParcel::id));
    return found;
  }

  byte[] content(ClientPlace place, HandOverParcel parcel, int position) throws IOException {
    byte[] content =
        Files.readAllBytes(place.waiting().resolve(parcel.id()).resolve(String.valueOf(position)));
    if (!ListedFiles.sha256(content).equals(parcel.files().get(position).sha256())) {
      throw new IOException("a waiting parcel was changed");
    }
    return content;
  }

  /** Its note goes first, so that a half-removed parcel is none. */
  void remove(ClientPlace place, String id) throws IOException {
    Files.deleteIfExists(place.waiting().resolve(id).resolve(NOTE));
    Trees.delete(place.waiting().resolve(id));
  }
}
