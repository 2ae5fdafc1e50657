package careplanhub.channel.client;

import careplanhub.channel.ChannelException;
import careplanhub.channel.EntryFile;
import careplanhub.channel.FetchedParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The units that are ready to be fetched: a folder each, named by the unit's id, until the ledger
 * has it for sure. Then its files move to where staff see them, and their hashes stay. Safe for
 * every thread.
 */
final class ReceivedUnits {
  private static final String NOTE = "unit.json";
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final FileLayer layer;
  private final DurableFiles files;

  ReceivedUnits(FileLayer layer) {
    this.layer = layer;
    this.files = new DurableFiles(layer);
  }

  /** Makes a folder of held files a unit: the note first, then one rename. */
  void add(ClientPlace place, Path held, ReceivedUnit unit) throws IOException {
    files.replaceWhole(held.resolve(NOTE), ClientJson.bytes(unit));
    layer.rename(held, place.received().resolve(unit.id()));
    layer.syncDirectory(place.received());
  }

  /** In serial order per sender. */
  List<ReceivedUnit> all(ClientPlace place) throws IOException {
    List<ReceivedUnit> found = new ArrayList<>();
    for (Path folder : Trees.inside(place.received())) {
      found.add(ClientJson.read(folder.resolve(NOTE), ReceivedUnit.class));
    }
    found.sort(
        Comparator.comparing(ReceivedUnit::from)
            .thenComparing(ReceivedUnit::serial)
            .thenComparing(ReceivedUnit::receivedAt)
            .thenComparing(ReceivedUnit::id));
    return found;
  }

  FetchedParcel fetch(ClientPlace place, String id) throws IOException {
    Path folder = folder(place, id).orElseThrow(() -> refused("PARCEL_UNKNOWN"));
    ReceivedUnit unit = ClientJson.read(folder.resolve(NOTE), ReceivedUnit.class);
    List<ParcelFile> fetched = new ArrayList<>();
    for (EntryFile file : unit.files()) {
      byte[] content = Files.readAllBytes(folder.resolve(file.name()));
      if (!ListedFiles.sha256(content).equals(file.sha256())) {
        throw new ChannelException(ChannelException.Reason.ANSWER_UNREADABLE, "CHANGED", null);
      }
      fetched.add(new ParcelFile(file.name(), content));
    }
    return new FetchedParcel(id, fetched);
  }

  /** The ledger has the unit. Said again it changes nothing. */
  void acknowledge(ClientPlace place, String id) throws IOException {
    Optional<Path> folder = folder(place, id);
    if (folder.isEmpty()) {
      return;
    }
    ReceivedUnit unit = ClientJson.read(folder.get().resolve(NOTE), ReceivedUnit.class);
    for (EntryFile file : unit.files()) {
      remember(place, file);
    }
    String name = unit.serial() + "_" + unit.from();
    Path taken = Trees.free(place.taken(), name);
    layer.rename(folder.get(), taken);
    layer.syncDirectory(place.taken());
    layer.delete(taken.resolve(NOTE));
  }

  /** Whether the ledger had a file of this name and content before. */
  boolean hadBefore(ClientPlace place, String name, String sha256) {
    return Files.exists(marker(place, name, sha256));
  }

  private void remember(ClientPlace place, EntryFile file) throws IOException {
    Path marker = marker(place, file.name(), file.sha256());
    if (Files.notExists(marker)) {
      files.createDirectories(marker.resolveSibling(""));
      files.replaceWhole(marker, new byte[0]);
    }
  }

  private static Path marker(ClientPlace place, String name, String sha256) {
    String key = canonical(name) + " " + sha256;
    String hash = ListedFiles.sha256(key.getBytes(StandardCharsets.UTF_8));
    return place.seen().resolve(hash.substring(0, 2)).resolve(hash);
  }

  /** Names that mean the same file of the standard. */
  static String canonical(String name) {
    return ListedFiles.parse(name).map(parsed -> parsed.format()).orElse(name);
  }

  /** An id never becomes a path unless it is one of ours. */
  private static Optional<Path> folder(ClientPlace place, String id) {
    return Optional.of(id)
        .filter(text -> ID.matcher(text).matches())
        .map(place.received()::resolve)
        .filter(Files::isDirectory);
  }

  private static ChannelException refused(String code) {
    return new ChannelException(ChannelException.Reason.REFUSED, code, null);
  }
}
