package careplanhub.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The store could not do what it was asked. The message names the reason only; neither it nor its
 * causes hold values that were to be stored.
 */
public final class StoreException extends RuntimeException {
  /** What kept the store from doing its work. */
  public enum Reason {
    /** The disk, the quota or the database's size limit is full. */
    DISK_FULL,
    /** Another process held the database longer than the busy timeout. */
    BUSY,
    /** The file system refuses writing. */
    READ_ONLY,
    /** The disk answered with an error. */
    DISK_ERROR,
    /** The file is damaged or no database. */
    DAMAGED,
    /** A unique key, a foreign key or a check of the schema refused the row. */
    CONSTRAINT,
    /** The sealed text or object cannot be read with the keys at hand. */
    UNREADABLE,
    /** Anything else; the cause says more. */
    OTHER
  }

  private static final int MOST_CAUSES = 20;

  private final Reason reason;

  StoreException(Reason reason, @Nullable Throwable cause) {
    super("The store failed: " + reason, cause);
    this.reason = reason;
  }

  static StoreException of(Throwable failure) {
    if (failure instanceof StoreException already) {
      return already;
    }
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof SQLException e) {
        return new StoreException(reasonOf(e), failure);
      }
      cause = cause.getCause();
    }
    return new StoreException(Reason.OTHER, failure);
  }

  public Reason reason() {
    return reason;
  }

  private static Reason reasonOf(SQLException failure) {
    int code = failure.getErrorCode();
    if (failure instanceof SQLiteException e) {
      code = e.getResultCode().code;
    }
    int primary = code & 0xFF;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return Reason.DISK_FULL;
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Reason.BUSY;
    }
    if (primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return Reason.READ_ONLY;
    }
    if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
      return Reason.DISK_ERROR;
    }
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Reason.DAMAGED;
    }
    if (primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
      return Reason.CONSTRAINT;
    }
    return Reason.OTHER;
  }
}
