package careplanhub.cli;

import careplanhub.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Starts a program that keeps things on a disk. When that fails while the disk is full, nobody has
 * to start it again: it waits and tries again until there is space. For one thread.
 */
final class PatientStart {
  private static final Duration BETWEEN = Duration.ofSeconds(5);

  /** With less nothing can be begun: a database and its journal grow by more at once. */
  private static final long LEAST_SPACE = 1L << 20;

  /** The disk may have been full when it failed, and have space when that is looked at. */
  private static final int MOST_WITH_SPACE = 3;

  private final Path folder;
  private final PrintWriter screen;

  /**
   * @param folder where the program keeps things
   * @param screen where it is said that it waits
   */
  PatientStart(Path folder, PrintWriter screen) {
    this.folder = folder;
    this.screen = screen;
  }

  /**
   * Starts it.
   *
   * @param start leaves nothing running when it fails
   * @throws Exception what it fails with when space is not the reason
   */
  <T> T of(Callable<T> start) throws Exception {
    for (int failures = 1; ; failures++) {
      try {
        return start.call();
      } catch (Exception e) {
        boolean freedMeanwhile = isOfWriting(e) && failures < MOST_WITH_SPACE;
        if (!isFull() && !freedMeanwhile) {
          throw e;
        }
        screen.println(
            "起動できません。ディスクの空きが足りないようです: "
                + folder
                + "。空きを作ってください。"
                + BETWEEN.toSeconds()
                + " 秒ごとに試し、空けば自動で起動します。");
        screen.flush();
        Thread.sleep(BETWEEN.toMillis());
      }
    }
  }

  /** A failed write has no type of its own: what has one, such as a port in use, is none. */
  private static boolean isOfWriting(Exception failure) {
    return failure instanceof StoreException store
        ? store.reason() == StoreException.Reason.DISK_FULL
        : failure.getClass() == IOException.class;
  }

  private boolean isFull() throws IOException {
    for (Path place : new Path[] {folder, folder.resolve("data"), folder.resolve("data/vault")}) {
      if (Files.exists(place) && Files.getFileStore(place).getUsableSpace() < LEAST_SPACE) {
        return true;
      }
    }
    return false;
  }
}
