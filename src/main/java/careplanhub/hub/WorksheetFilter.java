package careplanhub.hub;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which worksheets are worth reading: those that lie still and changed since they were read last.
 * Safe for every thread.
 */
public final class WorksheetFilter implements GenericFileFilter<File> {
  private final QuietFiles quiet;
  private final Map<Path, Long> lastRead = new ConcurrentHashMap<>();

  WorksheetFilter(QuietFiles quiet) {
    this.quiet = quiet;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    if (file.isDirectory() || !file.getFileNameOnly().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      return false;
    }
    Path path = file.getFile().toPath();
    Long read = lastRead.get(path);
    if (read != null && read == file.getLastModified()) {
      return false;
    }
    if (!quiet.isQuiet(path, file.getFileLength(), file.getLastModified())) {
      return false;
    }
    lastRead.put(path, file.getLastModified());
    return true;
  }
}
