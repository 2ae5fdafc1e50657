package careplanhub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several threads write while a transaction is under way goes to the disk together. */
class GroupedWritesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final CountDownLatch firstIsInside = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final List<Writing> writings = new ArrayList<>();
  private Database database;

  /** A write of one thread. */
  private record Writing(Thread thread, FutureTask<Integer> result) {
    static Writing of(java.util.concurrent.Callable<Integer> work) {
      FutureTask<Integer> result = new FutureTask<>(work);
      Thread thread = new Thread(result, "writing");
      thread.start();
      return new Writing(thread, result);
    }

    int get() throws Exception {
      return result.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @BeforeEach
  void openDatabase() {
    database = Database.open(folder.resolve("sample.sqlite"), "db/sample");
  }

  @AfterEach
  void closeDatabase() {
    firstMayEnd.countDown();
    database.close();
  }

  @Test
  void whatComesWhileAnotherIsUnderWaySharesOneCommit() throws Exception {
    writeWhatTakesLong();
    for (int number = 0; number < 6; number++) {
      String text = "later " + number;
      writings.add(Writing.of(() -> database.write(handle -> insert(text))));
    }
    awaitAllWaiting();
    long before = database.commits();
    firstMayEnd.countDown();
    for (Writing writing : writings) {
      assertEquals(1, writing.get());
    }

    assertEquals(7, count());
    assertEquals(2, database.commits() - before, "the first alone, the others together");
  }

  @Test
  void whoFailsTakesBackOnlyItsOwnChanges() throws Exception {
    IllegalStateException mine = new IllegalStateException("of one writer");
    writeWhatTakesLong();
    writings.add(Writing.of(() -> database.write(handle -> insert("before"))));
    Writing failing =
        Writing.of(
            () ->
                database.write(
                    handle -> {
                      insert("taken back");
                      throw mine;
                    }));
    Writing refused =
        Writing.of(
            () -> database.write(handle -> handle.execute("insert into nothing values (1)")));
    writings.add(Writing.of(() -> database.write(handle -> insert("after"))));
    writings.add(failing);
    writings.add(refused);
    awaitAllWaiting();
    firstMayEnd.countDown();
    writings.get(0).get();

    assertSame(mine, assertThrows(ExecutionException.class, failing::get).getCause());
    assertEquals(
        StoreException.class,
        assertThrows(ExecutionException.class, refused::get).getCause().getClass());
    assertEquals(1, writings.get(1).get());
    assertEquals(1, writings.get(2).get());
    assertEquals(List.of("after", "before", "first"), texts());
  }

  @Test
  void aWriteThatChangesNothingIsNoSync() {
    long before = database.commits();

    database.update(handle -> handle.execute("delete from note"));

    assertEquals(before, database.commits());
  }

  private void writeWhatTakesLong() throws InterruptedException {
    writings.add(
        Writing.of(
            () ->
                database.write(
                    handle -> {
                      firstIsInside.countDown();
                      await(firstMayEnd);
                      return insert("first");
                    })));
    await(firstIsInside);
  }

  /** The first waits for the latch, the others for its commit. */
  private void awaitAllWaiting() {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (writings.stream().anyMatch(GroupedWritesTest::runs) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertTrue(writings.stream().noneMatch(GroupedWritesTest::runs), "not within the limit");
  }

  private static boolean runs(Writing writing) {
    Thread.State state = writing.thread().getState();
    return state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING;
  }

  private int insert(String text) {
    return database.write(handle -> handle.execute("insert into note (text) values (?)", text));
  }

  private List<String> texts() {
    return database.read(
        handle ->
            handle.createQuery("select text from note order by text").mapTo(String.class).list());
  }

  private int count() {
    return texts().size();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
