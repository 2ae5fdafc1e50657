package careplanhub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * One SQLite database: a single connection that writes and a few that read, in WAL mode with {@code
 * synchronous=FULL}, so that what {@link #write} has returned survives a power failure.
 *
 * <p>Safe for use from several threads. Writers queue for the one connection and are committed in
 * groups; readers never wait for them and each {@code read} sees one consistent moment. Several
 * processes may open the same file. All SQL stays portable to PostgreSQL. Every failure of the
 * database is a {@link StoreException}; what the caller's own function throws passes through and
 * rolls the transaction back.
 */
public final class Database implements AutoCloseable {
  private final HikariDataSource writerSource;
  private final HikariDataSource readerSource;
  private final Jdbi reader;
  private final GroupedWrites writes;

  private Database(
      HikariDataSource writerSource, HikariDataSource readerSource, DatabaseSettings settings) {
    this.writerSource = writerSource;
    this.readerSource = readerSource;
    this.writes = new GroupedWrites(jdbi(writerSource), settings.writesACommit());
    this.reader = jdbi(readerSource);
  }

  /**
   * Opens or creates the database, looks whether its pages are whole, and brings its tables up to
   * date.
   *
   * @param file the database; its directory must be there
   * @param migrations the folder of Flyway scripts on the class path, such as {@code db/ledger}
   */
  public static Database open(Path file, String migrations) {
    return open(file, migrations, DatabaseSettings.defaults());
  }

  /**
   * Opens a copy of a database as it is, without bringing its tables up to date: for looking at
   * what someone else may have changed.
   */
  public static Database openAsItIs(Path file) {
    DatabaseSettings settings = DatabaseSettings.defaults();
    try {
      return new Database(
          source(file, settings, Role.WRITER), source(file, settings, Role.READER), settings);
    } catch (RuntimeException e) {
      throw StoreException.of(e);
    }
  }

  /** Opens or creates the database with other bounds. */
  public static Database open(Path file, String migrations, DatabaseSettings settings) {
    @Nullable HikariDataSource writerSource = null;
    try {
      writerSource = source(file, settings, Role.WRITER);
      refuseDamage(writerSource);
      Flyway.configure()
          .loggers(FlywayLog.class.getName())
          .dataSource(writerSource)
          .locations("classpath:" + migrations)
          .failOnMissingLocations(true)
          .load()
          .migrate();
      return new Database(writerSource, source(file, settings, Role.READER), settings);
    } catch (RuntimeException e) {
      if (writerSource != null) {
        writerSource.close();
      }
      throw StoreException.of(e);
    }
  }

  /** Runs the function on a read-only connection, in one transaction. */
  public <T extends @Nullable Object> T read(Function<Handle, T> work) {
    try {
      return reader.inTransaction(
          handle -> {
            try {
              return work.apply(handle);
            } catch (JdbiException e) {
              throw e;
            } catch (RuntimeException e) {
              throw new OfCaller(e);
            }
          });
    } catch (OfCaller e) {
      throw e.reason;
    } catch (RuntimeException e) {
      throw StoreException.of(e);
    }
  }

  /**
   * Runs the function in one transaction and returns when it is committed and on the disk. What
   * several threads write at the same time may share the transaction and its sync; a function that
   * fails takes back its own changes only. It may run in another writer's thread, so it must not
   * wait for a lock that its caller holds. Inside it, a further {@code write} joins it.
   */
  public <T extends @Nullable Object> T write(Function<Handle, T> work) {
    return writes.write(work);
  }

  /** How many transactions that changed something were committed, and so synced, until now. */
  public long commits() {
    return writes.commits();
  }

  /** Like {@link #write} for work without a result. */
  public void update(Consumer<Handle> work) {
    write(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Writes a consistent copy of the whole database into a new file while others may go on writing.
   * The copy is complete but not yet synced.
   *
   * @param target a path where nothing is
   */
  public void copyTo(Path target) {
    try {
      reader.useHandle(
          handle -> {
            handle.execute("PRAGMA query_only=OFF");
            try {
              handle.execute("VACUUM INTO ?", target.toAbsolutePath().toString());
            } finally {
              handle.execute("PRAGMA query_only=ON");
            }
          });
    } catch (RuntimeException e) {
      throw StoreException.of(e);
    }
  }

  @Override
  public void close() {
    readerSource.close();
    writerSource.close();
  }

  /** SQLite would go on with a damaged file until it meets the damage. */
  private static void refuseDamage(HikariDataSource source) {
    String found =
        Jdbi.create(source)
            .withHandle(
                handle -> handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one());
    if (!found.equals("ok")) {
      throw new StoreException(StoreException.Reason.DAMAGED, null);
    }
  }

  private static Jdbi jdbi(HikariDataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
  }

  private static HikariDataSource source(Path file, DatabaseSettings settings, Role role) {
    SQLiteConfig sqlite = new SQLiteConfig();
    sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    sqlite.enforceForeignKeys(true);
    sqlite.setBusyTimeout(Math.toIntExact(settings.busyTimeout().toMillis()));
    if (role == Role.WRITER) {
      sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    }
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
    pool.setDataSourceProperties(sqlite.toProperties());
    pool.setPoolName("database-" + role.name().toLowerCase(Locale.ROOT));
    pool.setMaximumPoolSize(role == Role.WRITER ? 1 : settings.readers());
    pool.setMinimumIdle(role == Role.WRITER ? 1 : 0);
    pool.setMaxLifetime(0);
    if (role == Role.READER) {
      pool.setConnectionInitSql("PRAGMA query_only=ON");
    }
    return new HikariDataSource(pool);
  }

  private enum Role {
    WRITER,
    READER
  }

  /** Carries what the caller's function threw past Jdbi untouched. */
  private static final class OfCaller extends RuntimeException {
    private final RuntimeException reason;

    OfCaller(RuntimeException reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
