package careplanhub.cli;

import careplanhub.standard.FileName;
import careplanhub.standard.MendedFiles;
import careplanhub.store.DurableFiles;
import careplanhub.store.RealFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A folder for mended files. They lie there under hidden names until they are kept; closing removes
 * those that are not.
 */
final class MendingFolder implements MendedFiles, AutoCloseable {
  private final Path folder;
  private final Map<FileName, Path> hidden = new LinkedHashMap<>();
  private final RealFiles layer = new RealFiles();

  MendingFolder(Path folder) throws IOException {
    new DurableFiles(layer).createDirectories(folder);
    this.folder = folder;
  }

  @Override
  public OutputStream create(FileName name) throws IOException {
    Path file = folder.resolve("." + UUID.randomUUID() + ".tmp");
    hidden.put(name, file);
    return Files.newOutputStream(file);
  }

  @Override
  public InputStream open(FileName name) throws IOException {
    return Files.newInputStream(hiddenOf(name));
  }

  /**
   * Gives a file its name, whole and durably.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is one already; it stays as it is
   */
  Path keep(FileName name) throws IOException {
    Path target = folder.resolve(name.format());
    try (InputStream bytes = open(name)) {
      new DurableFiles(layer).writeWhole(target, bytes);
    }
    return target;
  }

  @Override
  public void close() throws IOException {
    for (Path file : hidden.values()) {
      Files.deleteIfExists(file);
    }
  }

  private Path hiddenOf(FileName name) {
    return Objects.requireNonNull(hidden.get(name), "a file that was not begun");
  }
}
