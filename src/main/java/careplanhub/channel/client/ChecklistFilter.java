package careplanhub.channel.client;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Which files of the hand-over area may be checklists that came back: CSV files outside the data to
 * upload that lie still and changed since they were read last. Safe for every thread.
 */
public final class ChecklistFilter implements GenericFileFilter<File> {
  private final GenericFileFilter<File> still;
  private final Map<Path, State> lastRead = new ConcurrentHashMap<>();

  private record State(long modified, long length) {}

  ChecklistFilter(GenericFileFilter<File> still) {
    this.still = still;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory()) {
      return !name.equals(ClientPlace.DATA);
    }
    Path path = file.getFile().toPath();
    State state = new State(file.getLastModified(), file.getFileLength());
    boolean changed = !state.equals(lastRead.get(path));
    if (!name.toLowerCase(Locale.ROOT).endsWith(".csv") || !changed || !still.accept(file)) {
      return false;
    }
    lastRead.put(path, state);
    return true;
  }

  /** The sheet is to be read again though it did not change. */
  void forget(Path sheet) {
    lastRead.remove(sheet);
  }
}
