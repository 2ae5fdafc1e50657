package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What deletes took of what was sent and received before. Safe for every thread. */
public final class Withdrawals {
  private final Database database;
  private final Evidence evidence;
  private final Clock clock;

  public Withdrawals(Database database, Evidence evidence, Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Notes what a reception's deletes take of earlier receptions; said twice, it is noted once. */
  public void noteReceived(Collection<Withdrawal> withdrawals) {
    if (!withdrawals.isEmpty()) {
      database.update(handle -> note(handle, evidence, withdrawals, clock.millis()));
    }
  }

  /** Notes them; part of the caller's transaction. */
  static void note(Handle handle, Evidence evidence, Collection<Withdrawal> withdrawals, long now) {
    for (Withdrawal one : withdrawals) {
      int added =
          handle
              .createUpdate(
                  "INSERT INTO withdrawal (subject, withdrawn_by, delete_kind, taken, remaining,"
                      + " noted_at) VALUES (:subject, :by, :kind, :taken, :remaining, :now) ON"
                      + " CONFLICT (subject, withdrawn_by, delete_kind) DO NOTHING")
              .bind("subject", one.subject())
              .bind("by", one.by())
              .bind("kind", one.deleteKind())
              .bind("taken", one.taken())
              .bind("remaining", one.remaining())
              .bind("now", now)
              .execute();
      if (added == 1) {
        evidence.record(
            handle,
            EvidenceEntry.of(
                "hub",
                "withdraws",
                one.by(),
                "subject",
                one.subject(),
                "kind",
                one.deleteKind(),
                "taken",
                String.valueOf(one.taken()),
                "remaining",
                String.valueOf(one.remaining())));
      }
    }
  }

  /** Notes that a person wants something of a parcel withdrawn. */
  public void asked(String actor, String parcel, Map<String, String> details) {
    database.update(
        handle ->
            evidence.record(handle, EvidenceEntry.of(actor, "withdrawal-asked", parcel, details)));
  }

  /**
   * Whether a unit of one of these keys is on its way, so that what it withdraws is not seen yet.
   *
   * @param keys {@link OutgoingUnit#key}
   */
  public boolean isUnderWay(OfficeNumber office, Collection<String> keys) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM outgoing_unit WHERE office = :office AND unit_key IN (<keys>)"
                        + " AND state IN ('GATHERING', 'READY', 'WAITING')")
                .bind("office", office.value())
                .bindList("keys", keys)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /**
   * A withdrawal of something that an office sent.
   *
   * @param state what became of the parcel that brings the delete
   */
  public record Sent(Withdrawal withdrawal, Parcel.State state) {
    /** Whether the delete was not stopped. */
    public boolean isOnItsWay() {
      return state != Parcel.State.GIVEN_UP && state != Parcel.State.REFUSED;
    }

    /** Whether the delete's channel has it. */
    public boolean isHandedOver() {
      return state == Parcel.State.HANDED_OVER || state == Parcel.State.CLOSED;
    }
  }

  /** The withdrawals of what an office sent, by the parcels that had brought it. */
  public Map<String, List<Sent>> sentBy(OfficeNumber office) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT w.*, p.state AS by_state FROM withdrawal w JOIN parcel p ON p.id ="
                            + " w.withdrawn_by WHERE p.sender = :office ORDER BY p.position")
                    .bind("office", office.value())
                    .map(
                        (row, context) ->
                            new Sent(
                                new Withdrawal(
                                    row.getString("subject"),
                                    row.getString("withdrawn_by"),
                                    row.getString("delete_kind"),
                                    row.getInt("taken"),
                                    row.getInt("remaining")),
                                Parcel.State.valueOf(row.getString("by_state"))))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(sent -> sent.withdrawal().subject()));
  }

  /** Whether something of what a parcel brought is withdrawn, or a delete for it is on its way. */
  public boolean isWithdrawn(Parcel parcel) {
    return sentBy(parcel.sender()).getOrDefault(parcel.id(), List.of()).stream()
        .anyMatch(Sent::isOnItsWay);
  }

  /** The withdrawals of what an office received, by the receptions that had brought it. */
  public Map<String, List<Withdrawal>> receivedBy(OfficeNumber office) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT w.* FROM withdrawal w JOIN reception r ON r.id = w.withdrawn_by"
                            + " WHERE r.office = :office ORDER BY w.noted_at, w.withdrawn_by")
                    .bind("office", office.value())
                    .map(
                        (row, context) ->
                            new Withdrawal(
                                row.getString("subject"),
                                row.getString("withdrawn_by"),
                                row.getString("delete_kind"),
                                row.getInt("taken"),
                                row.getInt("remaining")))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Withdrawal::subject));
  }
}
