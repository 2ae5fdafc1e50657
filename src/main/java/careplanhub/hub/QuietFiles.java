package careplanhub.hub;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Which files lie still: their size and time have not changed for a quiet period over several
 * scans. A file whose last line has no end is still being written as far as anyone can tell, and
 * waits longer. Time is measured by a clock that never jumps. Safe for every thread.
 */
final class QuietFiles {
  private static final int FORGET_GONE_AFTER = 1_000;

  private final Duration quiet;
  private final Duration unfinishedQuiet;
  private final int scans;
  private final LongSupplier nanoTime;
  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  /**
   * @param quiet how long a file must not change
   * @param unfinishedQuiet the same for a file whose last byte is no line end
   * @param scans in how many scans it must have been found so, at least
   * @param nanoTime {@link System#nanoTime}, or a test's
   */
  QuietFiles(Duration quiet, Duration unfinishedQuiet, int scans, LongSupplier nanoTime) {
    this.quiet = quiet;
    this.unfinishedQuiet = unfinishedQuiet;
    this.scans = scans;
    this.nanoTime = nanoTime;
  }

  private record Seen(long size, long modified, long since, int scans, long last) {
    Seen again(long now) {
      return new Seen(size, modified, since, scans + 1, now);
    }
  }

  /** Looks at a file once more, and tells whether it lies still now. */
  boolean isQuiet(Path file, long size, long modified) {
    long now = nanoTime.getAsLong();
    Seen known =
        seen.compute(
            file,
            (path, before) ->
                before != null && before.size() == size && before.modified() == modified
                    ? before.again(now)
                    : new Seen(size, modified, now, 1, now));
    if (known.scans() < scans || now - known.since() < quiet.toNanos()) {
      return false;
    }
    return endsWithLine(file, size) || now - known.since() >= unfinishedQuiet.toNanos();
  }

  /** Forgets a file that was taken, and now and then all that nobody has seen for long. */
  void forget(Path file) {
    seen.remove(file);
    if (forgotten.incrementAndGet() % FORGET_GONE_AFTER == 0) {
      long now = nanoTime.getAsLong();
      long old = unfinishedQuiet.plus(quiet).multipliedBy(2).toNanos();
      seen.values().removeIf(entry -> now - entry.last() > old);
    }
  }

  private static boolean endsWithLine(Path file, long size) {
    if (size == 0) {
      return false;
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(size - 1);
      int last = bytes.read();
      return last == '\n' || last == '\r';
    } catch (IOException e) {
      throw new UncheckedIOException("an outbox cannot be read", e);
    }
  }
}
