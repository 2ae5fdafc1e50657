package careplanhub.channel.client;

import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Serial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Downloaded files whose unit is not put together yet: a folder a unit. */
final class HeldFiles {
  private HeldFiles() {}

  /** What the files of a unit have in common, and the name of its folder. */
  record Key(OfficeNumber from, OfficeNumber to, Serial serial) {
    static Key of(FileName name) {
      return new Key(name.from(), name.to(), name.serial());
    }

    @Override
    public String toString() {
      return from + "_" + to + "_" + serial;
    }
  }

  /**
   * A unit as far as it came.
   *
   * @param files at least one
   */
  record Unit(Key key, Path folder, List<Path> files, List<FileName> names) {}

  static Path folder(ClientPlace place, Key key) {
    return place.held().resolve(key.toString());
  }

  static List<Unit> units(ClientPlace place) throws IOException {
    List<Unit> units = new ArrayList<>();
    for (Path folder : Trees.inside(place.held())) {
      List<Path> files = new ArrayList<>();
      List<FileName> names = new ArrayList<>();
      for (Path file : Trees.inside(folder)) {
        ListedFiles.parse(Trees.nameOf(file))
            .ifPresent(
                name -> {
                  files.add(file);
                  names.add(name);
                });
      }
      if (!files.isEmpty()) {
        units.add(new Unit(Key.of(names.get(0)), folder, files, names));
      }
    }
    return units;
  }

  /** The units of which files lie where the client puts them, taken or not. */
  static Set<Key> lying(ClientPlace place, int depth) throws IOException {
    Set<Key> keys = new HashSet<>();
    try (Stream<Path> found = Files.walk(place.watched(), depth)) {
      found.forEach(
          file ->
              ListedFiles.parse(DownloadNames.withoutCopyNumber(Trees.nameOf(file)))
                  .ifPresent(name -> keys.add(Key.of(name))));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return keys;
  }
}
