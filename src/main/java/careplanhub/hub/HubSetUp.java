package careplanhub.hub;

import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.store.DurableFiles;
import careplanhub.store.VaultKey;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterFolder;
import careplanhub.vendor.Adapters;
import careplanhub.vendor.ApprovedAdapters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a hub's folder: settings, adapters (approved) and routes copied from the program, a random
 * key password, the vault's key and the key with which the hub seals its evidence.
 */
public final class HubSetUp {
  private final Path programHome;
  private final DurableFiles files;
  private final Clock clock;

  /**
   * @param programHome where the program's own {@code config/} and {@code routes/} lie
   */
  public HubSetUp(Path programHome, DurableFiles files, Clock clock) {
    this.programHome = programHome;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Makes the folder.
   *
   * @return the text from which the vault's key can be had again; it stands nowhere else
   * @throws FileAlreadyExistsException when a hub is there already
   */
  public String create(Path directory) throws IOException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    KeyFolder keys = new KeyFolder(folder.keys());
    if (Files.exists(keys.vault())) {
      throw new FileAlreadyExistsException(directory.toString());
    }
    files.createDirectories(folder.root());
    copy(
        programHome.resolve("config"),
        folder.config(),
        List.of("corporation.example.yaml", "approved.yaml"));
    approveShipped(folder.vendors());
    copy(programHome.resolve("routes"), folder.routes(), List.of());
    files.createDirectories(folder.data());
    files.createSecretDirectory(folder.keys());
    char[] password = keys.passwordOrNew(System.getenv(), files::replaceSecret);
    keys.store(
        keys.hub(), OfficeKey.selfSigned("careplan-hub", clock), password, files::replaceSecret);
    return VaultKey.create(keys.vault(), password).recoveryText();
  }

  /** What comes with the program is approved by whoever sets the hub up. */
  private void approveShipped(Path vendors) throws IOException {
    ApprovedAdapters approved = new ApprovedAdapters(List.of());
    try {
      for (Path shipped : Adapters.folders(vendors)) {
        Adapter adapter = AdapterFolder.read(shipped, HubSettings.defaults().vendors()).adapter();
        approved = approved.with(adapter, "hub init", clock.instant());
      }
    } catch (ConfigurationException e) {
      throw new IllegalStateException("The program's own adapters are broken", e);
    }
    files.createDirectories(vendors);
    files.replaceWhole(ApprovedAdapters.fileOf(vendors), approved.bytes());
  }

  private void copy(Path from, Path to, List<String> except) throws IOException {
    files.createDirectories(to);
    List<Path> all;
    try (Stream<Path> found = Files.walk(from)) {
      all = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (!except.contains(file.getFileName().toString()) && !Files.exists(target)) {
        files.createDirectories(target.resolveSibling(".").normalize());
        files.writeWhole(target, Files.readAllBytes(file));
      }
    }
  }
}
