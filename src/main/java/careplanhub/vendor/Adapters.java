package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.office.VendorSettings;
import careplanhub.standard.NamedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The adapters of {@code config/vendors/<name>/adapter.yaml}. Immutable. */
public final class Adapters {
  private final Map<String, Adapter> adapters;

  private Adapters(Map<String, Adapter> adapters) {
    this.adapters = adapters;
  }

  /** These adapters; of two with one name the later. */
  public static Adapters of(Collection<Adapter> adapters) {
    Map<String, Adapter> byName = new TreeMap<>();
    adapters.forEach(adapter -> byName.put(adapter.name(), adapter));
    return new Adapters(byName);
  }

  /**
   * Reads every adapter of a folder, approved or not; there are none when the folder is not there.
   *
   * @param vendors the folder {@code config/vendors}
   */
  public static Adapters load(Path vendors) throws ConfigurationException, IOException {
    List<Adapter> adapters = new ArrayList<>();
    for (Path own : folders(vendors)) {
      adapters.add(AdapterFolder.read(own, HubSettings.defaults().vendors()).adapter());
    }
    return of(adapters);
  }

  /**
   * Reads one adapter, whatever is wrong with the others; empty when there is none of this name.
   *
   * @param vendors the folder {@code config/vendors}
   */
  public static Optional<Adapter> load(Path vendors, String name, VendorSettings limits)
      throws ConfigurationException, IOException {
    for (Path own : folders(vendors)) {
      if (String.valueOf(own.getFileName()).equals(name)) {
        return Optional.of(AdapterFolder.read(own, limits).adapter());
      }
    }
    return Optional.empty();
  }

  /** The folders of adapters, by their names; none when the folder is not there. */
  public static List<Path> folders(Path vendors) throws IOException {
    if (!Files.isDirectory(vendors)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(vendors)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(AdapterFolder.MAPPING)))
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
