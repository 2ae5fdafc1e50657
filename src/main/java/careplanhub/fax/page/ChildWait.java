package careplanhub.fax.page;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * How long a child may still be waited for. Only the turns in which this side waits count, not what
 * it does with a page. When the time is over the child is killed, which ends the waiting. For one
 * thread.
 */
final class ChildWait {
  private final Process child;
  private CompletableFuture<Void> alarm = CompletableFuture.completedFuture(null);
  private long since;
  private long nanosLeft;
  private volatile boolean over;

  ChildWait(Process child, Duration most) {
    this.child = child;
    nanosLeft = most.toNanos();
  }

  /** Begins a turn of waiting. */
  void begin() {
    Executor later =
        CompletableFuture.delayedExecutor(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
    alarm = CompletableFuture.runAsync(this::kill, later);
    since = System.nanoTime();
  }

  /** Ends the turn. */
  void end() {
    alarm.cancel(false);
    nanosLeft -= System.nanoTime() - since;
  }

  private void kill() {
    over = true;
    child.destroyForcibly();
  }

  boolean isOver() {
    return over;
  }
}
