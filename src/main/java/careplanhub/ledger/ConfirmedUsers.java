package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which user of an office a person said is meant by which words. Remembered, never guessed. Safe
 * for every thread.
 */
public final class ConfirmedUsers {
  private static final int INSURER_LENGTH = 6;

  private final Database database;
  private final Vault vault;
  private final Clock clock;

  public ConfirmedUsers(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** The user that the words mean, as a person said. */
  public Optional<UserIdentity> find(OfficeNumber office, UserWords words) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT user_sealed FROM confirmed_user WHERE office = :office AND words_index"
                        + " = :words")
                .bind("office", office.value())
                .bind("words", words.index(vault))
                .map((row, context) -> user(vault.unseal(row.getString("user_sealed"))))
                .findOne());
  }

  /**
   * The words that mean the user, those confirmed last.
   *
   * @param columns of the layout that shall hold them
   */
  public Optional<List<String>> wordsOf(
      OfficeNumber office, List<String> columns, UserIdentity user) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT words_sealed FROM confirmed_user WHERE office = :office AND"
                            + " user_index = :user ORDER BY confirmed_at DESC, words_index")
                    .bind("office", office.value())
                    .bind("user", OutgoingUnits.userIndex(vault, user))
                    .map((row, context) -> UserWords.unsealed(vault, row.getString("words_sealed")))
                    .list())
        .stream()
        .filter(known -> known.columns().equals(columns))
        .map(UserWords::words)
        .findFirst();
  }

  void confirm(Handle handle, OfficeNumber office, UserWords words, UserIdentity user) {
    handle
        .createUpdate(
            "INSERT INTO confirmed_user (office, words_index, user_index, words_sealed,"
                + " user_sealed, confirmed_at) VALUES (:office, :index, :userIndex, :words, :user,"
                + " :now) ON CONFLICT (office, words_index) DO UPDATE SET user_index = :userIndex,"
                + " user_sealed = :user, confirmed_at = :now")
        .bind("office", office.value())
        .bind("index", words.index(vault))
        .bind("userIndex", OutgoingUnits.userIndex(vault, user))
        .bind("words", words.sealed(vault))
        .bind("user", vault.seal(user.insurerNumber() + user.insuredNumber()))
        .bind("now", clock.millis())
        .execute();
  }

  private static UserIdentity user(String both) {
    return new UserIdentity(both.substring(0, INSURER_LENGTH), both.substring(INSURER_LENGTH));
  }
}
