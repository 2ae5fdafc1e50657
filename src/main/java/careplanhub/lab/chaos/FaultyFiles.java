package careplanhub.lab.chaos;

import careplanhub.store.Content;
import careplanhub.store.FileLayer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The machine's file operations with what {@link FaultFile} says wrong. Safe for every thread. */
final class FaultyFiles implements FileLayer {
  private static final long LOOK_AGAIN_MILLIS = 20;

  /** A full disk still takes so much of a file. */
  private static final int LAST_BYTES = 4096;

  private final FileLayer real;
  private final Supplier<List<Fault>> faults;

  FaultyFiles(FileLayer real, Supplier<List<Fault>> faults) {
    this.real = real;
    this.faults = faults;
  }

  @Override
  public void writeSynced(Path newFile, Access access, Content content) throws IOException {
    boolean full = pass(newFile) == Fault.Kind.FULL;
    real.writeSynced(
        newFile, access, full ? out -> content.writeTo(new FullDisk(out, newFile)) : content);
  }

  @Override
  public void publish(Path source, Path target) throws IOException {
    pass(source);
    pass(target);
    real.publish(source, target);
  }

  @Override
  public void replace(Path source, Path target) throws IOException {
    pass(source);
    pass(target);
    real.replace(source, target);
  }

  @Override
  public void rename(Path source, Path target) throws IOException {
    pass(source);
    pass(target);
    real.rename(source, target);
  }

  @Override
  public void delete(Path file) throws IOException {
    pass(file);
    real.delete(file);
  }

  @Override
  public void createDirectory(Path directory) throws IOException {
    if (pass(directory) == Fault.Kind.FULL) {
      throw noSpace(directory);
    }
    real.createDirectory(directory);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    pass(directory);
    real.syncDirectory(directory);
  }

  /** Waits or refuses where the path's fault says so; returns the fault that the caller heeds. */
  private Fault.@Nullable Kind pass(Path path) throws IOException {
    Fault.Kind kind = kindAt(path);
    while (kind == Fault.Kind.HANG) {
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while a share did not answer", e);
      }
      kind = kindAt(path);
    }
    if (kind == Fault.Kind.DENIED) {
      throw new AccessDeniedException(path.toString());
    }
    return kind;
  }

  private Fault.@Nullable Kind kindAt(Path path) {
    return faults.get().stream()
        .filter(fault -> fault.touches(path))
        .map(Fault::kind)
        .findFirst()
        .orElse(null);
  }

  private static FileSystemException noSpace(Path path) {
    return new FileSystemException(path.toString(), null, "No space left on device");
  }

  /** Takes the first bytes and then no more. */
  private static final class FullDisk extends OutputStream {
    private final OutputStream out;
    private final Path file;
    private int written;

    FullDisk(OutputStream out, Path file) {
      this.out = out;
      this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int fits = Math.min(length, LAST_BYTES - written);
      out.write(bytes, offset, fits);
      written += fits;
      if (fits < length) {
        throw noSpace(file);
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
