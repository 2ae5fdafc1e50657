package careplanhub.channel.client;

import careplanhub.channel.ChannelException;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The places of all offices that have the official client. A place without its mark is not the
 * office's: a share that is not connected leaves an empty folder there. Safe for every thread.
 */
final class ClientPlaces {
  private static final String MARK_TEXT = "\uFEFF事業所 %s の送信と受信の記録です。消したり、変えたりしないでください。\r\n";

  private final Map<OfficeNumber, ClientPlace> places = new LinkedHashMap<>();
  private final Path remembered;
  private final DurableFiles files;
  private final Set<OfficeNumber> tidied = ConcurrentHashMap.newKeySet();

  /**
   * @param remembered a folder of the hub's own, in which it notes which places it has marked
   */
  ClientPlaces(List<ClientPlace> places, Path remembered, DurableFiles files) {
    places.forEach(place -> this.places.put(place.office(), place));
    this.remembered = remembered;
    this.files = files;
  }

  List<ClientPlace> all() {
    return List.copyOf(places.values());
  }

  /**
   * The place of an office, with all its folders.
   *
   * @throws ChannelException when the office has none
   * @throws NoSuchFileException when it is gone
   */
  ClientPlace usable(OfficeNumber office) throws IOException {
    ClientPlace place = places.get(office);
    if (place == null) {
      throw new ChannelException(ChannelException.Reason.ACCOUNT_MISSING, "CLIENT_FOLDER", null);
    }
    Path note = remembered.resolve(office.value());
    if (Files.notExists(place.mark())) {
      if (Files.exists(note)) {
        throw new NoSuchFileException("the client's folder of office " + office);
      }
      files.createDirectories(place.mark().resolveSibling(""));
      files.replaceWhole(
          place.mark(), MARK_TEXT.formatted(office).getBytes(StandardCharsets.UTF_8));
    }
    if (Files.notExists(note)) {
      files.createDirectories(remembered);
      files.replaceWhole(note, new byte[0]);
    }
    for (Path folder : place.all()) {
      files.createDirectories(folder);
    }
    if (tidied.add(office)) {
      tidy(place);
    }
    return place;
  }

  /** What a kill left half-made; nobody else writes there. */
  private static void tidy(ClientPlace place) throws IOException {
    List<Path> left;
    try (Stream<Path> found = Files.list(place.staging())) {
      left = found.toList();
    }
    for (Path folder : left) {
      Trees.delete(folder);
    }
  }
}
