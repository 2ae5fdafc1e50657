package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the folder of an adapter that a person names: by its name, its folder or its file. */
final class AdapterPlace {
  private AdapterPlace() {}

  /**
   * The folder of an adapter.
   *
   * @param named a name below {@code config/vendors}, a folder, or the file in it
   */
  static Optional<Path> folder(String named, Path config) {
    Path given;
    try {
      given = Path.of(named);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    boolean file = given.endsWith(AdapterFolder.MAPPING) && Files.isRegularFile(given);
    Path own = file ? given.toAbsolutePath().getParent() : given;
    for (Path candidate : new Path[] {config.resolve("vendors").resolve(given), own}) {
      if (candidate != null && Files.isRegularFile(candidate.resolve(AdapterFolder.MAPPING))) {
        return Optional.of(candidate.toAbsolutePath().normalize());
      }
    }
    return Optional.empty();
  }

  /** The adapter of a folder. */
  static Adapter load(Path folder, HubSettings settings)
      throws ConfigurationException, IOException {
    return AdapterFolder.read(folder, settings.vendors()).adapter();
  }
}
