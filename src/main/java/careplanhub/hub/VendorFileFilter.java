package careplanhub.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.RemoteFile;

/**
 * Which files of a vendor's folder or server may be fetched: those that had the same size and time
 * at an earlier look, at least a quiet period ago, and whose name is not temporary. Time is
 * measured by a clock that never jumps. Safe for every thread.
 */
public final class VendorFileFilter implements GenericFileFilter<Object> {
  private static final int MOST_REMEMBERED = 10_000;

  private final Duration quiet;
  private final BooleanSupplier open;
  private final LongSupplier nanoTime;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Seen(long size, long modified, long since) {}

  /**
   * @param quiet how long a file must not have changed
   * @param open whether files may be taken at all
   * @param nanoTime {@link System#nanoTime}, or a test's
   */
  VendorFileFilter(Duration quiet, BooleanSupplier open, LongSupplier nanoTime) {
    this.quiet = quiet;
    this.open = open;
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean accept(GenericFile<Object> file) {
    return !file.isDirectory()
        && !OutboxFilter.isNeverTaken(file.getFileNameOnly())
        && isQuiet(keyOf(file), file.getFileLength(), file.getLastModified())
        && open.getAsBoolean();
  }

  private static String keyOf(GenericFile<Object> file) {
    String host = file instanceof RemoteFile<?> remote ? remote.getHostname() : "";
    return host + ":" + file.getAbsoluteFilePath();
  }

  private synchronized boolean isQuiet(String key, long size, long modified) {
    long now = nanoTime.getAsLong();
    Seen before = seen.get(key);
    if (before == null || before.size() != size || before.modified() != modified) {
      seen.put(key, new Seen(size, modified, now));
      return false;
    }
    return now - before.since() >= quiet.toNanos();
  }
}
