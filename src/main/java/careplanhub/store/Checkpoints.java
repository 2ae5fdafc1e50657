package careplanhub.store;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Named moments between durable steps at which a test can stop the program as {@code kill -9}
 * would.
 *
 * <p>Without the system property {@code careplanhub.killAt} a checkpoint does nothing. With {@code
 * -Dcareplanhub.killAt=name} the process halts with status 137 when it first reaches that name,
 * with {@code name#3} when it reaches it for the third time. No shutdown hook, no {@code finally}
 * and no flush runs. Safe for use from several threads.
 */
public final class Checkpoints {
  /** The status of a process that a checkpoint halted; the same as after {@code kill -9}. */
  public static final int HALT_STATUS = 137;

  private static final @Nullable String KILL_AT = System.getProperty("careplanhub.killAt");
  private static final AtomicInteger PASSED = new AtomicInteger();

  private static volatile @Nullable Consumer<String> observer;

  private Checkpoints() {}

  /**
   * Tells a test of every checkpoint from now on, in the thread that reaches it and before the
   * process may halt there.
   *
   * @param newObserver null for none, as it is without a test
   */
  public static void observe(@Nullable Consumer<String> newObserver) {
    observer = newObserver;
  }

  /**
   * Says that the program has reached the moment of this name.
   *
   * @param name lower-case words joined by hyphens, unique in the program, such as {@code
   *     intake-vault-written}
   */
  public static void reached(String name) {
    Consumer<String> told = observer;
    if (told != null) {
      told.accept(name);
    }
    String killAt = KILL_AT;
    if (killAt == null) {
      return;
    }
    int hash = killAt.lastIndexOf('#');
    String wanted = hash < 0 ? killAt : killAt.substring(0, hash);
    if (!wanted.equals(name)) {
      return;
    }
    int occurrence = hash < 0 ? 1 : Integer.parseInt(killAt.substring(hash + 1));
    if (PASSED.incrementAndGet() == occurrence) {
      Runtime.getRuntime().halt(HALT_STATUS);
    }
  }
}
