package careplanhub.lab.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small file system of its own in the place of a folder, so that it can really be full: a tmpfs,
 * which root on Linux may mount ({@code unshare -Urm ./hub chaos …} gives the same to others).
 * Whoever mounts it closes it; closing loses what is in it. For one thread.
 */
final class SmallDisk implements AutoCloseable {
  private static final String BALLAST = ".ballast";
  private static final int[] PIECES = {1 << 16, 1 << 12, 1};
  private static final int LONGEST_COMMAND_SECONDS = 30;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this process may mount; tried once with a folder of its own. */
  static boolean isPossible(Path directory) throws IOException {
    Path place = Files.createTempDirectory(directory, ".mount");
    boolean possible;
    try {
      mount(place, 1);
      call(List.of("umount", place.toString()));
      possible = true;
    } catch (IOException e) {
      possible = false;
    }
    Files.delete(place);
    return possible;
  }

  /** Puts a small file system with the folder's content in its place; nobody may use it now. */
  static SmallDisk over(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".aside");
    Files.move(folder, aside);
    Files.createDirectory(folder);
    mount(folder, megabytes);
    call(List.of("cp", "-a", aside + "/.", folder.toString()));
    call(List.of("rm", "-r", aside.toString()));
    return new SmallDisk(folder);
  }

  /** Leaves no byte free. */
  void fill() throws IOException {
    for (int piece : PIECES) {
      byte[] bytes = new byte[piece];
      try (OutputStream out =
          Files.newOutputStream(
              folder.resolve(BALLAST), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (Files.getFileStore(folder).getUsableSpace() >= piece) {
          out.write(bytes);
        }
      } catch (IOException full) {
        if (Files.getFileStore(folder).getUsableSpace() >= piece) {
          throw full;
        }
      }
    }
  }

  /** Gives the space back. */
  void free() throws IOException {
    Files.deleteIfExists(folder.resolve(BALLAST));
  }

  @Override
  public void close() throws IOException {
    call(List.of("umount", "-l", folder.toString()));
  }

  private static void mount(Path place, int megabytes) throws IOException {
    call(
        List.of(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", place.toString()));
  }

  private static void call(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command.get(0) + " is not possible here");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
