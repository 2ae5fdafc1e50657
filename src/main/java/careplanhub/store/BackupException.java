package careplanhub.store;

import java.io.IOException;

/** A backup cannot be written or restored; nothing was put at the target. */
public final class BackupException extends IOException {
  /** What is in the way. */
  public enum Reason {
    /** The folder to back up has no ledger. */
    NO_LEDGER,
    /** There is something at the target already. */
    TARGET_NOT_EMPTY,
    /** The backup has no list of its files, or not one that can be read. */
    NO_MANIFEST,
    /** A file of the list is not in the backup. */
    FILE_MISSING,
    /** A file does not have the hash that the list says. */
    FILE_CHANGED
  }

  private final Reason reason;
  private final String file;

  BackupException(Reason reason, String file) {
    super("Backup: " + reason);
    this.reason = reason;
    this.file = file;
  }

  public Reason reason() {
    return reason;
  }

  /** The file that is meant, relative to the backup, or a path as it was given. */
  public String file() {
    return file;
  }
}
