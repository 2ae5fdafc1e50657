package careplanhub.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/**
 * Commits what several threads want to write at the same time together: while one transaction is
 * being synced, the writes that come meanwhile wait, and the first of them runs all of them in the
 * next one. A write returns when its transaction is on the disk; a lone write never waits. A
 * function that fails takes its own changes back and no others.
 *
 * <p>A function may run in another writer's thread: it must not wait for a lock that a writer
 * holds.
 */
final class GroupedWrites {
  private static final String BEFORE = "one_write";

  private final Jdbi writer;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition committed = lock.newCondition();
  private final Deque<Write<?>> waiting = new ArrayDeque<>();
  private final LongAdder commits = new LongAdder();
  private volatile @Nullable Thread running;

  /**
   * @param most how many writes one transaction holds
   */
  GroupedWrites(Jdbi writer, int most) {
    this.writer = writer;
    this.most = most;
  }

  /** One thread's write and what became of it. */
  private static final class Write<T extends @Nullable Object> {
    private final Function<Handle, T> work;
    private @Nullable T result;
    private @Nullable RuntimeException failure;
    private boolean done;

    Write(Function<Handle, T> work) {
      this.work = work;
    }

    void run(Handle handle) {
      result = work.apply(handle);
    }

    /** A failure of its own stays, whatever became of the others. */
    void fail(RuntimeException reason) {
      if (failure == null) {
        failure = reason;
      }
    }

    @SuppressWarnings("NullAway") // null when the function gave null
    T result() {
      if (failure != null) {
        throw failure;
      }
      return result;
    }
  }

  /** How many transactions changed something and were synced. */
  long commits() {
    return commits.sum();
  }

  /** Runs the function in a transaction and returns when it is on the disk. */
  <T extends @Nullable Object> T write(Function<Handle, T> work) {
    if (running == Thread.currentThread()) {
      return writer.withHandle(work::apply);
    }
    Write<T> own = new Write<>(work);
    lock.lock();
    try {
      waiting.addLast(own);
      while (!own.done && running != null) {
        committed.awaitUninterruptibly();
      }
      if (own.done) {
        return own.result();
      }
      running = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    runUntilDone(own);
    return own.result();
  }

  private void runUntilDone(Write<?> own) {
    try {
      do {
        runGroup(next());
      } while (!own.done);
    } finally {
      lock.lock();
      try {
        running = null;
        committed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private List<Write<?>> next() {
    lock.lock();
    try {
      List<Write<?>> group = new ArrayList<>();
      while (group.size() < most && !waiting.isEmpty()) {
        group.add(waiting.removeFirst());
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void runGroup(List<Write<?>> group) {
    @Nullable RuntimeException failure = new StoreException(StoreException.Reason.OTHER, null);
    try {
      if (writer.<Boolean, RuntimeException>inTransaction(handle -> hasChanged(handle, group))) {
        commits.increment();
      }
      failure = null;
    } catch (RuntimeException e) {
      failure = StoreException.of(e);
    } finally {
      end(group, failure);
    }
  }

  private void end(List<Write<?>> group, @Nullable RuntimeException failure) {
    lock.lock();
    try {
      for (Write<?> write : group) {
        if (failure != null) {
          write.fail(failure);
        }
        write.done = true;
      }
      committed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static boolean hasChanged(Handle handle, List<Write<?>> group) {
    long before = changes(handle);
    for (Write<?> write : group) {
      handle.savepoint(BEFORE);
      try {
        write.run(handle);
        handle.releaseSavepoint(BEFORE);
      } catch (RuntimeException e) {
        write.fail(e instanceof JdbiException ? StoreException.of(e) : e);
        handle.rollbackToSavepoint(BEFORE);
      }
    }
    return changes(handle) > before;
  }

  /** SQLite counts, from the opening of the connection on. */
  private static long changes(Handle handle) {
    try {
      return handle.getConnection().unwrap(SQLiteConnection.class).getDatabase().total_changes();
    } catch (SQLException e) {
      throw StoreException.of(e);
    }
  }
}
