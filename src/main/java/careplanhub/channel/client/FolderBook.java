package careplanhub.channel.client;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which folders were made and what each holds: a file each, read once. Safe for every thread. */
final class FolderBook {
  private static final String ENDING = ".json";

  private final DurableFiles files;
  private final Map<OfficeNumber, NavigableMap<String, HandOverFolder>> known =
      new ConcurrentHashMap<>();

  FolderBook(DurableFiles files) {
    this.files = files;
  }

  /** In the order in which they were made. */
  List<HandOverFolder> all(ClientPlace place) throws IOException {
    return List.copyOf(of(place).values());
  }

  Optional<HandOverFolder> find(ClientPlace place, String name) throws IOException {
    return Optional.ofNullable(of(place).get(name));
  }

  boolean holds(ClientPlace place, String parcelId) throws IOException {
    return of(place).values().stream().anyMatch(folder -> folder.holds(parcelId));
  }

  /** Notes a folder, durably, in the place of what was noted of it. */
  void note(ClientPlace place, HandOverFolder folder) throws IOException {
    files.replaceWhole(place.folders().resolve(folder.name() + ENDING), ClientJson.bytes(folder));
    of(place).put(folder.name(), folder);
  }

  private NavigableMap<String, HandOverFolder> of(ClientPlace place) throws IOException {
    NavigableMap<String, HandOverFolder> read = known.get(place.office());
    if (read == null) {
      read = new ConcurrentSkipListMap<>();
      for (Path file : Trees.inside(place.folders())) {
        HandOverFolder folder = ClientJson.read(file, HandOverFolder.class);
        read.put(folder.name(), folder);
      }
      known.put(place.office(), read);
    }
    return read;
  }
}
