package careplanhub.ledger;

import careplanhub.ledger.Alarm.Raised;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The alarms that last, and those that were over lately. Safe for every thread. */
public final class Alarms {
  private final Database database;
  private final Clock clock;

  public Alarms(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Brings the alarms of some kinds in step with what is wrong now: what is new begins, what is not
   * there any more ends. Writes nothing when nothing changed.
   *
   * @param looked the kinds that were looked at; alarms of others stay as they are
   * @param now all that is wrong, of these kinds only
   */
  public void keep(Set<Alarm.Kind> looked, Collection<Raised> now) {
    Map<String, Raised> raised = new LinkedHashMap<>();
    now.forEach(each -> raised.put(each.id(), each));
    Map<String, Alarm> open = new LinkedHashMap<>();
    open().stream()
        .filter(alarm -> looked.contains(alarm.raised().kind()))
        .forEach(alarm -> open.put(alarm.raised().id(), alarm));
    List<Raised> changed =
        raised.values().stream()
            .filter(
                each -> !open.containsKey(each.id()) || !open.get(each.id()).raised().equals(each))
            .toList();
    List<String> over = open.keySet().stream().filter(id -> !raised.containsKey(id)).toList();
    if (changed.isEmpty() && over.isEmpty()) {
      return;
    }
    database.update(
        handle -> {
          changed.forEach(each -> raise(handle, each));
          over.forEach(id -> end(handle, id));
        });
  }

  /** What is begun again after its end was told is told anew. */
  private void raise(Handle handle, Raised raised) {
    handle
        .createUpdate(
            "DELETE FROM alarm_told WHERE alarm_id = :id AND end_told_at IS NOT NULL AND EXISTS"
                + " (SELECT 1 FROM alarm WHERE id = :id AND ended_at IS NOT NULL)")
        .bind("id", raised.id())
        .execute();
    OfficeNumber office = raised.office();
    handle
        .createUpdate(
            "INSERT INTO alarm (id, kind, office, step, sentence, began_at) VALUES (:id, :kind,"
                + " :office, :step, :sentence, :now) ON CONFLICT (id) DO UPDATE SET kind = :kind,"
                + " office = :office, step = :step, sentence = :sentence, began_at = CASE WHEN"
                + " alarm.ended_at IS NULL THEN alarm.began_at ELSE :now END, ended_at = NULL")
        .bind("id", raised.id())
        .bind("kind", raised.kind().name())
        .bind("office", office == null ? "" : office.value())
        .bind("step", raised.step())
        .bind("sentence", raised.sentence())
        .bind("now", clock.millis())
        .execute();
  }

  private void end(Handle handle, String id) {
    handle
        .createUpdate("UPDATE alarm SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
        .bind("now", clock.millis())
        .bind("id", id)
        .execute();
  }

  /** The alarms that last, the oldest first. */
  public List<Alarm> open() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM alarm WHERE ended_at IS NULL ORDER BY began_at, id")
                .map((row, context) -> alarm(row))
                .list());
  }

  /** Forgets what was over before a moment, and digests that were sent before it. */
  public void forgetBefore(Instant moment) {
    long before = moment.toEpochMilli();
    boolean none =
        database.read(
            handle ->
                handle
                        .createQuery(
                            "SELECT (SELECT COUNT(*) FROM alarm WHERE ended_at < :before) + (SELECT"
                                + " COUNT(*) FROM alarm_digest WHERE sent_at < :before)")
                        .bind("before", before)
                        .mapTo(Long.class)
                        .one()
                    == 0);
    if (none) {
      return;
    }
    database.update(
        handle -> {
          for (String statement :
              List.of(
                  "DELETE FROM alarm_told WHERE alarm_id IN (SELECT id FROM alarm WHERE ended_at <"
                      + " :before)",
                  "DELETE FROM alarm WHERE ended_at < :before",
                  "DELETE FROM alarm_digest WHERE sent_at < :before")) {
            handle.createUpdate(statement).bind("before", before).execute();
          }
        });
  }

  static Alarm alarm(ResultSet row) throws SQLException {
    String office = row.getString("office");
    long ended = row.getLong("ended_at");
    boolean lasts = row.wasNull();
    return new Alarm(
        new Raised(
            row.getString("id"),
            Alarm.Kind.valueOf(row.getString("kind")),
            office.isEmpty() ? null : new OfficeNumber(office),
            row.getString("step"),
            row.getString("sentence")),
        Instant.ofEpochMilli(row.getLong("began_at")),
        lasts ? null : Instant.ofEpochMilli(ended));
  }
}
