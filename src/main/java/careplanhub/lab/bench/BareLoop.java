package careplanhub.lab.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The least that makes files durable one after the other: one thread writes each, syncs it, renames
 * it and syncs its directory.
 */
final class BareLoop {
  private final Path directory;
  private long written;

  /**
   * @param directory an empty one
   */
  BareLoop(Path directory) {
    this.directory = directory;
  }

  /** Writes a file of each content and returns how many nanoseconds all took. */
  long write(List<byte[]> contents) throws IOException {
    long begin = System.nanoTime();
    for (byte[] content : contents) {
      write(content);
    }
    return System.nanoTime() - begin;
  }

  private void write(byte[] content) throws IOException {
    written++;
    Path hidden = directory.resolve("." + written + ".tmp");
    try (FileChannel file =
        FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(hidden, directory.resolve(written + ".CSV"), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
