package careplanhub.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is read from files, read again when one of them has changed: so keys, certificates and
 * revocation lists rotate without a restart. A new file that cannot be read is logged and the last
 * good value stays in use. Safe for use from several threads.
 *
 * @param <T> what the files hold, an immutable value
 */
public final class Reloaded<T> implements Supplier<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Reloaded.class);

  /** Reads the files. */
  @FunctionalInterface
  public interface Reader<T> {
    T read() throws IOException;
  }

  private record Stamp(@Nullable FileTime modified, long size, @Nullable Object fileKey) {}

  private final List<Path> files;
  private final Reader<T> reader;
  private List<Stamp> stamps;
  private T value;

  /**
   * Reads the files for the first time.
   *
   * @throws IOException when they cannot be read now
   */
  public Reloaded(List<Path> files, Reader<T> reader) throws IOException {
    this.files = List.copyOf(files);
    this.reader = reader;
    this.stamps = this.files.stream().map(Reloaded::stampOf).toList();
    this.value = reader.read();
  }

  /** The value of the files as they are now, or the last good one. */
  @Override
  public synchronized T get() {
    List<Stamp> now = files.stream().map(Reloaded::stampOf).toList();
    if (!now.equals(stamps)) {
      stamps = now;
      try {
        value = reader.read();
      } catch (IOException e) {
        LOG.warn("A changed key or certificate file cannot be read; the old one stays in use", e);
      }
    }
    return value;
  }

  private static Stamp stampOf(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException notThere) {
      return new Stamp(null, -1, null);
    }
  }
}
