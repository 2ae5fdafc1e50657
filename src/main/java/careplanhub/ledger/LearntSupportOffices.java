package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whose support office a user of a service office has: the sender of the last slip, or what a
 * person said. Safe for every thread.
 */
public final class LearntSupportOffices {
  private final Database database;
  private final Vault vault;
  private final Clock clock;

  public LearntSupportOffices(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What is known of a user.
   *
   * @param number the support office
   * @param plannerName プラン担当者名 as the slip had it, empty when unknown
   */
  public record Known(OfficeNumber number, String plannerName) {}

  /** What the office knows of the user's support office. */
  public Optional<Known> find(OfficeNumber office, UserIdentity user) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT support_office, planner_sealed FROM learnt_support_office WHERE office ="
                        + " :office AND user_index = :user")
                .bind("office", office.value())
                .bind("user", OutgoingUnits.userIndex(vault, user))
                .map(
                    (row, context) ->
                        new Known(
                            new OfficeNumber(row.getString("support_office")),
                            vault.unseal(row.getString("planner_sealed"))))
                .findOne());
  }

  /** Takes over what a received slip tells of its users. */
  public void learnFromSlip(OfficeNumber office, Map<UserIdentity, Known> told) {
    database.write(
        handle -> {
          told.forEach(
              (user, known) -> learn(handle, office, OutgoingUnits.userIndex(vault, user), known));
          return null;
        });
  }

  void learn(Handle handle, OfficeNumber office, String userIndex, Known known) {
    handle
        .createUpdate(
            "INSERT INTO learnt_support_office (office, user_index, support_office, planner_sealed,"
                + " learnt_at) VALUES (:office, :user, :support, :planner, :now) ON CONFLICT"
                + " (office, user_index) DO UPDATE SET support_office = :support, planner_sealed ="
                + " :planner, learnt_at = :now")
        .bind("office", office.value())
        .bind("user", userIndex)
        .bind("support", known.number().value())
        .bind("planner", vault.seal(known.plannerName()))
        .bind("now", clock.millis())
        .execute();
  }
}
