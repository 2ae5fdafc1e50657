package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.NamedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The adapters of {@code config/vendors/<name>/adapter.yaml}. Immutable. */
public final class Adapters {
  private static final String FILE_NAME = "adapter.yaml";

  private final Map<String, Adapter> adapters;

  private Adapters(Map<String, Adapter> adapters) {
    this.adapters = adapters;
  }

  /**
   * Reads every adapter of a folder; there are none when the folder is not there.
   *
   * @param vendors the folder {@code config/vendors}
   */
  public static Adapters load(Path vendors) throws ConfigurationException, IOException {
    Map<String, Adapter> adapters = new TreeMap<>();
    if (Files.isDirectory(vendors)) {
      for (Path own : folders(vendors)) {
        Path file = own.resolve(FILE_NAME);
        Adapter adapter =
            Adapter.parse(file.toString(), Files.readAllBytes(file), FolderTables.read(own));
        String folder = String.valueOf(own.getFileName());
        if (!adapter.name().equals(folder)) {
          throw new ConfigurationException(
              file.toString(), null, "adapter", "フォルダの名前（" + folder + "）と同じにしてください。");
        }
        adapters.put(adapter.name(), adapter);
      }
    }
    return new Adapters(adapters);
  }

  private static List<Path> folders(Path vendors) throws IOException {
    try (Stream<Path> folders = Files.list(vendors)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(FILE_NAME)))
          .sorted()
          .toList();
    }
  }

  /** All of them by name. */
  public Collection<Adapter> all() {
    return List.copyOf(adapters.values());
  }

  /** The adapter of this name. */
  public Optional<Adapter> named(String name) {
    return Optional.ofNullable(adapters.get(name));
  }

  /** The adapter whose layout the file has; empty when none or several recognise it. */
  public Optional<Adapter> recognise(NamedSource source) throws IOException {
    Optional<Adapter> found = Optional.empty();
    for (Adapter adapter : adapters.values()) {
      if (adapter.recognises(source)) {
        if (found.isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(adapter);
      }
    }
    return found;
  }
}
