package careplanhub.vendor.kit;

import careplanhub.office.ConfigurationException;
import careplanhub.office.VendorSettings;
import careplanhub.store.DurableFiles;
import careplanhub.store.FileLayer;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.AdapterFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts adapters of packs into {@code config/vendors/<name>/} and keeps what was there before in
 * {@code config/vendors-kept/<name>/}. A folder appears whole: it is written elsewhere, loaded, and
 * only then renamed. Between taking the old folder away and renaming the new one there is a moment
 * without either, in which a running hub keeps the adapter that it has loaded; should the machine
 * stop just then, {@link #back} brings the old one back. One process at a time.
 */
public final class AdapterShelf {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS");
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Path config;
  private final FileLayer layer;
  private final DurableFiles files;
  private final VendorSettings limits;
  private final Clock clock;

  /**
   * @param config the folder with {@code vendors}
   */
  public AdapterShelf(Path config, FileLayer layer, VendorSettings limits, Clock clock) {
    this.config = config;
    this.layer = layer;
    this.files = new DurableFiles(layer);
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * What was put in place.
   *
   * @param adapter the new one
   * @param folder where it lies
   * @param kept where the old one lies now; null when there was none
   */
  public record Placed(Adapter adapter, Path folder, @Nullable Path kept) {}

  /**
   * Puts an adapter in its place, after it was loaded.
   *
   * @throws ConfigurationException when it does not load; nothing was changed then
   * @throws KitException when it is another than its manifest says, or its place is no folder
   */
  public Placed place(PackContents pack) throws ConfigurationException, KitException, IOException {
    String name = pack.manifest().adapter();
    Path incoming = config.resolve("vendors-incoming").resolve(UUID.randomUUID().toString());
    try {
      Path staged = staged(incoming.resolve(name), pack.files());
      Adapter adapter = AdapterFolder.read(staged, limits).adapter();
      boolean said =
          adapter.sha256().equals(pack.manifest().sha256())
              && adapter.version().equals(pack.manifest().version());
      if (!said) {
        throw new KitException("パックの目録とアダプタの中身（版かハッシュ）が違います。作った人に、作り直しを頼んでください。");
      }
      Path kept = swap(staged, name);
      return new Placed(adapter, folderOf(name), kept);
    } finally {
      remove(incoming);
    }
  }

  /**
   * Puts back what was in place before, and keeps what is there now.
   *
   * @return empty when nothing is kept
   */
  public Optional<Placed> back(String name)
      throws ConfigurationException, KitException, IOException {
    Path shelf = config.resolve("vendors-kept").resolve(name);
    Optional<Path> newest = newest(shelf);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    Path incoming = config.resolve("vendors-incoming").resolve(UUID.randomUUID().toString());
    files.createDirectories(incoming);
    try {
      Path staged = incoming.resolve(name);
      layer.rename(newest.get(), staged);
      try {
        Adapter adapter = AdapterFolder.read(staged, limits).adapter();
        return Optional.of(new Placed(adapter, folderOf(name), swap(staged, name)));
      } catch (ConfigurationException | KitException e) {
        layer.rename(staged, newest.get());
        throw e;
      }
    } finally {
      remove(incoming);
    }
  }

  private Path folderOf(String name) {
    return config.resolve("vendors").resolve(name);
  }

  private Path staged(Path folder, Map<String, byte[]> contents) throws IOException {
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      Path target = folder.resolve(file.getKey()).normalize();
      if (!target.startsWith(folder)) {
        throw new IllegalStateException("A name that was checked leaves its folder");
      }
      files.createDirectories(parentOf(target));
      files.writeWhole(target, file.getValue());
    }
    return folder;
  }

  /** The new folder in the place of the old; where the old one lies now. */
  private @Nullable Path swap(Path staged, String name) throws KitException, IOException {
    Path target = folderOf(name);
    files.createDirectories(parentOf(target));
    Path kept = null;
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new KitException(target + " はフォルダではありません（リンクなど）。退けてから、もう一度入れてください。");
      }
      Path shelf = config.resolve("vendors-kept").resolve(name);
      files.createDirectories(shelf);
      kept = shelf.resolve(STAMP.format(LocalDateTime.now(clock.withZone(JAPAN))));
      layer.rename(target, kept);
      layer.syncDirectory(shelf);
    }
    try {
      layer.rename(staged, target);
    } catch (IOException e) {
      if (kept != null) {
        layer.rename(kept, target);
      }
      throw e;
    }
    layer.syncDirectory(parentOf(target));
    return kept;
  }

  private static Path parentOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a folder's file has a parent");
  }

  private static Optional<Path> newest(Path shelf) throws IOException {
    if (!Files.isDirectory(shelf)) {
      return Optional.empty();
    }
    try (Stream<Path> kept = Files.list(shelf)) {
      return kept.filter(Files::isDirectory).max(Comparator.comparing(Path::toString));
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
