package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The units that offices export, and what becomes of them. Safe for every thread. */
public final class OutgoingUnits {
  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Clock clock;

  public OutgoingUnits(Database database, Vault vault, Evidence evidence, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** The units of an office that are gathering or ready, oldest first. */
  public List<OutgoingUnit> open(OfficeNumber office) {
    return open(office, 0, Integer.MAX_VALUE);
  }

  /** Some of them: so many from one on, counted from 0. */
  public List<OutgoingUnit> open(OfficeNumber office, int from, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM outgoing_unit WHERE office = :office AND state IN ('GATHERING',"
                        + " 'READY') ORDER BY position LIMIT :most OFFSET :from")
                .bind("office", office.value())
                .bind("most", most)
                .bind("from", from)
                .map(
                    (row, context) ->
                        new OutgoingUnit(
                            row.getString("id"),
                            new OfficeNumber(row.getString("office")),
                            row.getString("unit_key"),
                            OutgoingUnit.State.valueOf(row.getString("state")),
                            Instant.ofEpochMilli(row.getLong("due_at"))))
                .list());
  }

  /** The offices that have a unit to work on or to look after. */
  public List<OfficeNumber> officesWithOpenUnits() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT office FROM outgoing_unit WHERE state IN ('GATHERING',"
                        + " 'READY')")
                .map((row, context) -> new OfficeNumber(row.getString("office")))
                .list());
  }

  /** The unit lies in the error folder beside its reason. */
  public void refused(OutgoingUnit unit, Collection<String> findingCodes) {
    database.update(
        handle -> {
          state(handle, unit.id(), OutgoingUnit.State.REFUSED);
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub", "unit-refused", unit.id(), "codes", String.join(" ", findingCodes)));
        });
  }

  /** The unit is worked on again, but not before this moment; no file joins it any more. */
  public void tryLater(OutgoingUnit unit, Instant due) {
    database.update(
        handle ->
            handle
                .createUpdate(
                    "UPDATE outgoing_unit SET state = 'READY', due_at = :due WHERE id = :id")
                .bind("due", due.toEpochMilli())
                .bind("id", unit.id())
                .execute());
  }

  /**
   * Takes some users out of a unit and makes them a unit of their own, which waits; the rest goes
   * on.
   *
   * @return the id of the unit that waits
   */
  String splitOff(Handle handle, OutgoingUnit unit, Collection<String> userIndexes) {
    note(handle, unit.id(), userIndexes, "EXCLUDE");
    String rest = UUID.randomUUID().toString();
    handle
        .createUpdate(
            "INSERT INTO outgoing_unit (id, position, office, unit_key, state, opened_at, due_at,"
                + " split_from) SELECT :rest, :position, office, unit_key, 'WAITING', :now, :now,"
                + " COALESCE(split_from, id) FROM outgoing_unit WHERE id = :id")
        .bind("rest", rest)
        .bind("position", Positions.next(handle, "outgoing_unit"))
        .bind("now", clock.millis())
        .bind("id", unit.id())
        .execute();
    note(handle, rest, userIndexes, "INCLUDE");
    return rest;
  }

  /** A unit of one file that left another; its key is its own, so that no file joins it. */
  static String insertReady(Handle handle, OutgoingUnit from, long now) {
    String id = UUID.randomUUID().toString();
    handle
        .createUpdate(
            "INSERT INTO outgoing_unit (id, position, office, unit_key, state, opened_at, due_at)"
                + " VALUES (:id, :position, :office, :id, 'READY', :now, :now)")
        .bind("id", id)
        .bind("position", Positions.next(handle, "outgoing_unit"))
        .bind("office", from.office().value())
        .bind("now", now)
        .execute();
    return id;
  }

  /**
   * Which users' rows the unit carries. Words of which a person has said since whom they mean stand
   * for that user.
   */
  public UnitScope scope(OutgoingUnit unit) {
    Set<String> included = new HashSet<>();
    Set<String> excluded = new HashSet<>();
    boolean split =
        database.read(
            handle -> {
              handle
                  .createQuery(
                      "SELECT u.user_index, u.scope, c.user_index AS meant FROM outgoing_unit_user"
                          + " u LEFT JOIN confirmed_user c ON c.office = :office AND c.words_index"
                          + " = u.user_index WHERE u.unit_id = :id")
                  .bind("office", unit.office().value())
                  .bind("id", unit.id())
                  .map(
                      (row, context) -> {
                        Set<String> side =
                            "INCLUDE".equals(row.getString("scope")) ? included : excluded;
                        side.add(row.getString("user_index"));
                        String meant = row.getString("meant");
                        return meant == null || side.add(meant);
                      })
                  .list();
              return handle
                  .createQuery("SELECT split_from IS NOT NULL FROM outgoing_unit WHERE id = :id")
                  .bind("id", unit.id())
                  .mapTo(Boolean.class)
                  .findOne()
                  .orElse(false);
            });
    return new UnitScope(vault, split, included, excluded);
  }

  /** Leaves out the records of words for which units of the office wait. */
  static void leaveOut(Handle handle, OfficeNumber office, String wordsIndex) {
    handle
        .createUpdate(
            "UPDATE outgoing_unit_user SET scope = 'LEFT' WHERE user_index = :index AND scope ="
                + " 'INCLUDE' AND unit_id IN (SELECT id FROM outgoing_unit WHERE office = :office"
                + " AND state = 'WAITING')")
        .bind("index", wordsIndex)
        .bind("office", office.value())
        .execute();
  }

  /** Lets the units go on that wait for a user or for words, and for no other answer. */
  static void wake(Handle handle, OfficeNumber office, String index) {
    handle
        .createUpdate(
            "UPDATE outgoing_unit SET state = 'READY' WHERE office = :office AND state = 'WAITING'"
                + " AND id IN (SELECT unit_id FROM outgoing_unit_user WHERE user_index = :index AND"
                + " scope IN ('INCLUDE', 'LEFT')) AND NOT EXISTS (SELECT 1 FROM question q WHERE"
                + " q.subject = outgoing_unit.id AND q.kind <> 'WHO_IS_MEANT' AND q.answered_at IS"
                + " NULL)")
        .bind("office", office.value())
        .bind("index", index)
        .execute();
  }

  /** The name under which the ledger knows a user: an HMAC, so that it tells nothing. */
  public static String userIndex(Vault vault, UserIdentity user) {
    return vault.index("user", user.insurerNumber(), user.insuredNumber());
  }

  /** How many units ended refused. */
  public long refusedCount() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM outgoing_unit WHERE state = 'REFUSED'")
                .mapTo(Long.class)
                .one());
  }

  static void state(Handle handle, String unit, OutgoingUnit.State state) {
    handle
        .createUpdate("UPDATE outgoing_unit SET state = :state WHERE id = :id")
        .bind("state", state.name())
        .bind("id", unit)
        .execute();
  }

  private static void note(
      Handle handle, String unit, Collection<String> userIndexes, String scope) {
    for (String index : userIndexes) {
      handle
          .createUpdate(
              "INSERT INTO outgoing_unit_user (unit_id, user_index, scope) VALUES (:id, :index,"
                  + " :scope) ON CONFLICT (unit_id, user_index) DO UPDATE SET scope = :scope")
          .bind("id", unit)
          .bind("index", index)
          .bind("scope", scope)
          .execute();
    }
  }
}
