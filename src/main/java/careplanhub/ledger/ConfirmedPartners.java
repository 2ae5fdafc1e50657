package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The partners of which a person said to the hub that they exist. Safe for every thread. */
public final class ConfirmedPartners {
  private final Database database;
  private final Vault vault;
  private final Clock clock;

  public ConfirmedPartners(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * What is known of one.
   *
   * @param by who made sure; empty when it is known only because the partner fetched something
   * @param at when the hub was told
   */
  public record Known(String by, Instant at) {}

  /** Whether a person said that the partner exists. */
  public boolean contains(OfficeNumber partner) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM confirmed_partner WHERE partner = :partner")
                .bind("partner", partner.value())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /** All of them, by number. */
  public Map<OfficeNumber, Known> all() {
    Map<OfficeNumber, Known> all = new LinkedHashMap<>();
    database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM confirmed_partner ORDER BY partner")
                .map(
                    (row, context) -> {
                      String by = row.getString("by_sealed");
                      return all.put(
                          new OfficeNumber(row.getString("partner")),
                          new Known(
                              by.isEmpty() ? "" : vault.unseal(by),
                              Instant.ofEpochMilli(row.getLong("confirmed_at"))));
                    })
                .list());
    return all;
  }

  void confirm(Handle handle, String partner, String by) {
    handle
        .createUpdate(
            "INSERT INTO confirmed_partner (partner, by_sealed, confirmed_at) VALUES (:partner,"
                + " :by, :now) ON CONFLICT (partner) DO UPDATE SET by_sealed = :by, confirmed_at ="
                + " :now")
        .bind("partner", partner)
        .bind("by", vault.seal(by))
        .bind("now", clock.millis())
        .execute();
  }
}
