package careplanhub.ledger;

import careplanhub.security.KeyJournal;
import careplanhub.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Notes changes to keys as evidence. The entry is committed right after the file was replaced: if
 * the file cannot be written there is no entry, and if the entry cannot be written the file stays
 * as it was. Safe for use from several threads.
 */
public final class KeyChanges implements KeyJournal {
  private final Database database;
  private final Evidence evidence;
  private final String actor;

  /**
   * @param actor who changes the keys: {@code hub} or {@code person:<id>}
   */
  KeyChanges(Database database, Evidence evidence, String actor) {
    this.database = database;
    this.evidence = evidence;
    this.actor = actor;
  }

  @Override
  public void note(String action, String subject, Map<String, String> details, Change change)
      throws IOException {
    try {
      database.update(
          handle -> {
            evidence.record(handle, EvidenceEntry.of(actor, action, subject, details));
            try {
              change.write();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
