package careplanhub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void openDatabase() {
    database = Database.open(folder.resolve("sample.sqlite"), "db/sample");
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void everyConnectionWritesThroughToTheDisk() {
    assertEquals("wal", pragma("journal_mode"));
    assertEquals("2", pragma("synchronous"));
    assertEquals("1", pragma("foreign_keys"));
    assertEquals("10000", pragma("busy_timeout"));
  }

  @Test
  void theTransactionOfAFailedFunctionLeavesNothingAndItsExceptionPasses() {
    IllegalStateException mine = new IllegalStateException("of the caller");

    IllegalStateException seen =
        assertThrows(
            IllegalStateException.class,
            () ->
                database.update(
                    handle -> {
                      handle.execute("insert into note (text) values (?)", "a");
                      throw mine;
                    }));

    assertSame(mine, seen);
    assertEquals(0, count());
  }

  @Test
  void aWriteInsideAWriteJoinsItsTransaction() {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.update(
                outer -> {
                  add("inner");
                  throw new IllegalStateException("after the inner write");
                }));

    assertEquals(0, count());
  }

  @Test
  void aReadCannotWrite() {
    StoreException failure =
        assertThrows(
            StoreException.class,
            () -> database.read(handle -> handle.execute("insert into note (text) values ('a')")));

    assertEquals(StoreException.Reason.READ_ONLY, failure.reason());
  }

  @Test
  void aReadSeesOneMomentWhileOthersWrite() throws Exception {
    CountDownLatch firstRead = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<List<Integer>> seen =
          reader.submit(
              () ->
                  database.read(
                      handle -> {
                        int before = count(handle);
                        firstRead.countDown();
                        await(written);
                        return List.of(before, count(handle));
                      }));
      await(firstRead);
      add("meanwhile");
      written.countDown();

      assertEquals(List.of(0, 0), seen.get(10, TimeUnit.SECONDS));
      assertEquals(1, count());
    } finally {
      reader.shutdownNow();
    }
  }

  @Test
  void writersOfSeveralThreadsAndTwoDatabasesOfOneFileAllSucceed() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try (Database second = Database.open(folder.resolve("sample.sqlite"), "db/sample")) {
      List<Future<?>> results = new java.util.ArrayList<>();
      for (int number = 0; number < 80; number++) {
        String text = "text " + number;
        Database chosen = number % 2 == 0 ? database : second;
        results.add(
            writers.submit(
                () ->
                    chosen.update(
                        handle -> handle.execute("insert into note (text) values (?)", text))));
      }
      for (Future<?> result : results) {
        result.get(30, TimeUnit.SECONDS);
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a writer failed", e);
    } finally {
      writers.shutdownNow();
    }

    assertEquals(80, count());
  }

  @Test
  void aFullDiskIsSaidToBeFull() {
    String big = "x".repeat(100_000);
    database.update(handle -> handle.execute("pragma max_page_count=20"));

    StoreException failure = assertThrows(StoreException.class, () -> add(big));

    assertEquals(StoreException.Reason.DISK_FULL, failure.reason());
    assertEquals(0, count());
    database.update(handle -> handle.execute("pragma max_page_count=1000000"));
    add(big);
    assertEquals(1, count());
  }

  @Test
  void aHeldDatabaseIsSaidToBeBusy() throws Exception {
    DatabaseSettings impatient = new DatabaseSettings(Duration.ofMillis(50), 1, 64);
    try (Database other = Database.open(folder.resolve("sample.sqlite"), "db/sample", impatient)) {
      StoreException failure =
          database.write(
              handle ->
                  assertThrows(
                      StoreException.class,
                      () -> other.update(h -> h.execute("delete from note"))));

      assertEquals(StoreException.Reason.BUSY, failure.reason());
    }
  }

  @Test
  void brokenRulesOfTheSchemaAreConstraints() {
    add("once");

    assertEquals(
        StoreException.Reason.CONSTRAINT,
        assertThrows(StoreException.class, () -> add("once")).reason());
    assertEquals(
        StoreException.Reason.CONSTRAINT,
        assertThrows(
                StoreException.class,
                () ->
                    database.update(
                        handle -> handle.execute("insert into remark (note_id) values (77)")))
            .reason());
  }

  @Test
  void noStoredValueIsInTheFailure() {
    add("synthetic 9900000001");

    StoreException failure = assertThrows(StoreException.class, () -> add("synthetic 9900000001"));

    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    assertFalse(text.toString().contains("9900000001"), text.toString());
  }

  @Test
  void aFileThatIsNoDatabaseIsDamaged() throws IOException {
    Path file = Files.writeString(folder.resolve("no.sqlite"), "x".repeat(5000));

    StoreException failure =
        assertThrows(StoreException.class, () -> Database.open(file, "db/sample"));

    assertEquals(StoreException.Reason.DAMAGED, failure.reason());
  }

  @Test
  void aCopyIsWholeWhileTheDatabaseIsInUse() {
    add("kept");
    database.copyTo(folder.resolve("copy.sqlite"));
    add("later");

    try (Database copy = Database.open(folder.resolve("copy.sqlite"), "db/sample")) {
      assertEquals(1, copy.<Integer>read(DatabaseTest::count));
    }
    assertTrue(count() == 2);
  }

  @Test
  void whatIsWrittenIsThereAfterReopening() {
    add("kept");
    database.close();

    openDatabase();

    assertEquals(1, count());
  }

  private void add(String text) {
    database.update(handle -> handle.execute("insert into note (text) values (?)", text));
  }

  private int count() {
    return database.<Integer>read(DatabaseTest::count);
  }

  private static int count(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("select count(*) from note").mapTo(Integer.class).one();
  }

  private String pragma(String name) {
    return database.write(handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
