package careplanhub.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: it is filled under a hidden name and renamed when
 * everything in it is on the disk. Closing it before {@link #publish} deletes it. For one thread.
 */
public final class NewFolder implements AutoCloseable {
  private final Path target;
  private final Path hidden;
  private final FileLayer layer;
  private final FileLayer.Access access;
  private final DurableFiles files;
  private boolean published;

  private NewFolder(Path target, Path staging, FileLayer layer, FileLayer.Access access)
      throws IOException {
    this.target = target.toAbsolutePath().normalize();
    this.layer = layer;
    this.access = access;
    this.files = new DurableFiles(layer);
    if (!isFree(this.target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    this.hidden = staging.toAbsolutePath().resolve("." + UUID.randomUUID() + ".tmp");
  }

  /**
   * Begins a folder that only the owner of the process may enter, under a hidden name beside it.
   *
   * @param target a path where nothing is, or an empty folder
   * @throws FileAlreadyExistsException when something is there
   */
  static NewFolder secret(Path target, FileLayer layer) throws IOException {
    NewFolder folder =
        new NewFolder(
            target,
            parentOf(target.toAbsolutePath().normalize()),
            layer,
            FileLayer.Access.OWNER_ONLY);
    folder.files.createSecretDirectory(folder.hidden);
    return folder;
  }

  /**
   * Begins a folder for whoever may enter the folder around it.
   *
   * @param target a path where nothing is, or an empty folder
   * @param staging where it is filled; on the same file system
   * @throws FileAlreadyExistsException when something is there
   */
  public static NewFolder shared(Path target, Path staging, FileLayer layer) throws IOException {
    NewFolder folder = new NewFolder(target, staging, layer, FileLayer.Access.SHARED);
    folder.files.createDirectories(folder.hidden);
    return folder;
  }

  Path path() {
    return hidden;
  }

  /** Copies a file to this relative name, synced, and returns its SHA-256. */
  String copy(Path source, String name) throws IOException {
    MessageDigest digest = sha256();
    Path copy = hidden.resolve(name);
    files.createDirectories(parentOf(copy));
    layer.writeSynced(
        copy,
        access,
        out -> {
          try (InputStream in = Files.newInputStream(source)) {
            in.transferTo(new DigestOutputStream(out, digest));
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Writes a file of this relative name, synced. */
  public void write(String name, byte[] bytes) throws IOException {
    Path file = hidden.resolve(name);
    files.createDirectories(parentOf(file));
    layer.writeSynced(file, access, Content.of(bytes));
  }

  /** Gives the folder its name when all its files and names are durable. */
  public void publish() throws IOException {
    for (Path directory : everything(Files::isDirectory)) {
      layer.syncDirectory(directory);
    }
    if (Files.isDirectory(target)) {
      layer.delete(target);
    }
    layer.rename(hidden, target);
    published = true;
    layer.syncDirectory(parentOf(target));
  }

  @Override
  public void close() throws IOException {
    if (published || !Files.exists(hidden)) {
      return;
    }
    for (Path path : everything(path -> true)) {
      layer.delete(path);
    }
  }

  private static boolean isFree(Path target) throws IOException {
    if (!Files.exists(target)) {
      return true;
    }
    if (!Files.isDirectory(target)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(target)) {
      return inside.findAny().isEmpty();
    }
  }

  /** What is in the folder and the folder itself, the deepest first. */
  private List<Path> everything(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> found = Files.walk(hidden)) {
      return found.filter(wanted).sorted(Comparator.reverseOrder()).toList();
    }
  }

  private static Path parentOf(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("The root of a file system is no target.");
    }
    return parent;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java lacks SHA-256", e);
    }
  }
}
