package careplanhub.hub;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files of an outbox may be taken: those that lie still, and those beside which the software
 * put a file of the same name with {@code .done}. Temporary names are never taken. Safe for every
 * thread.
 */
public final class OutboxFilter implements GenericFileFilter<File> {
  /** What an exporting program adds to a file's name when the file is whole. */
  static final String DONE = ".done";

  private static final List<String> TEMPORARY = List.of(".tmp", ".part", ".partial", ".crdownload");

  private final QuietFiles quiet;
  private final BooleanSupplier open;

  /**
   * @param open whether files may be taken at all
   */
  OutboxFilter(QuietFiles quiet, BooleanSupplier open) {
    this.quiet = quiet;
    this.open = open;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    if (file.isDirectory()) {
      return false;
    }
    if (isNeverTaken(file.getFileNameOnly())) {
      return false;
    }
    Path path = file.getFile().toPath();
    boolean whole =
        Files.exists(marker(path))
            || quiet.isQuiet(path, file.getFileLength(), file.getLastModified());
    return whole && open.getAsBoolean();
  }

  /** Whether a name says that the file is no whole export, however still it lies. */
  static boolean isNeverTaken(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("~$")
        || lower.endsWith(DONE)
        || TEMPORARY.stream().anyMatch(lower::endsWith);
  }

  static Path marker(Path file) {
    return file.resolveSibling(file.getFileName() + DONE);
  }

  void forget(Path file) {
    quiet.forget(file);
  }
}
