package careplanhub.ledger;

import careplanhub.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who was told which alarms, and the digests that wait to be sent. Safe for every thread.
 *
 * <p>A digest has its row before it is sent and keeps its id until it was, so that a digest that a
 * crash overtook between the sending and the noting comes again under the id that it had. What was
 * noted is never told twice.
 */
public final class AlarmDigests {
  private final Database database;
  private final Clock clock;

  public AlarmDigests(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A digest that is not sent yet.
   *
   * @param id the same at every attempt
   * @param recipient whom it is for
   * @param begunAt since when it waits
   * @param attempts how often it was tried
   * @param nextAttemptAt when it may be tried again
   * @param trouble the code of what the last attempt failed for; empty before the first
   */
  public record Waiting(
      String id,
      String recipient,
      Instant begunAt,
      int attempts,
      Instant nextAttemptAt,
      String trouble) {}

  /**
   * What a recipient is to be told.
   *
   * @param concerns which alarms are its business
   * @param settled only what began before this moment
   * @param toldBefore what was told before this moment and lasts is told again
   */
  public AlarmNews news(
      String recipient, Predicate<Alarm> concerns, Instant settled, Instant toldBefore) {
    List<Alarm> begun = new ArrayList<>();
    List<Alarm> lasting = new ArrayList<>();
    List<Alarm> ended = new ArrayList<>();
    int known = 0;
    for (Telling telling : tellings(recipient)) {
      Alarm alarm = telling.alarm();
      Instant told = telling.toldAt();
      if (!concerns.test(alarm)) {
        continue;
      }
      if (!alarm.isOpen()) {
        ended.add(alarm);
      } else if (told == null ? !alarm.beganAt().isAfter(settled) : telling.isOtherStep()) {
        begun.add(alarm);
      } else if (told != null && !told.isAfter(toldBefore)) {
        lasting.add(alarm);
      } else if (told != null) {
        known++;
      }
    }
    return new AlarmNews(begun, lasting, ended, known);
  }

  /** An alarm and what a recipient knows of it. */
  private record Telling(Alarm alarm, @Nullable Instant toldAt, boolean isOtherStep) {}

  private List<Telling> tellings(String recipient) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.*, t.told_at, t.step AS told_step FROM alarm a LEFT JOIN alarm_told t"
                        + " ON t.alarm_id = a.id AND t.recipient = :recipient WHERE a.ended_at IS"
                        + " NULL OR (t.told_at IS NOT NULL AND t.end_told_at IS NULL) ORDER BY"
                        + " a.began_at, a.id")
                .bind("recipient", recipient)
                .map((row, context) -> telling(row))
                .list());
  }

  private static Telling telling(ResultSet row) throws SQLException {
    long told = row.getLong("told_at");
    boolean never = row.wasNull();
    Alarm alarm = Alarms.alarm(row);
    return new Telling(
        alarm,
        never ? null : Instant.ofEpochMilli(told),
        !never && !alarm.raised().step().equals(row.getString("told_step")));
  }

  /** The digest that waits for a recipient; there is at most one. */
  public Optional<Waiting> waitingFor(String recipient) {
    return waiting().stream().filter(each -> each.recipient().equals(recipient)).findFirst();
  }

  /** All digests that wait, the oldest first. */
  public List<Waiting> waiting() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM alarm_digest WHERE sent_at IS NULL ORDER BY begun_at")
                .map((row, context) -> waiting(row))
                .list());
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("id"),
        row.getString("recipient"),
        Instant.ofEpochMilli(row.getLong("begun_at")),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("next_attempt_at")),
        row.getString("trouble"));
  }

  /** How many digests a recipient got since a moment. */
  public int sentSince(String recipient, Instant moment) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM alarm_digest WHERE recipient = :recipient AND sent_at >"
                        + " :moment")
                .bind("recipient", recipient)
                .bind("moment", moment.toEpochMilli())
                .mapTo(Integer.class)
                .one());
  }

  /** Notes that a digest is about to be sent. */
  public Waiting begin(String recipient) {
    Instant now = clock.instant();
    Waiting digest = new Waiting(UUID.randomUUID().toString(), recipient, now, 0, now, "");
    database.update(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO alarm_digest (id, recipient, begun_at, attempts, next_attempt_at,"
                        + " trouble) VALUES (:id, :recipient, :now, 0, :now, '')")
                .bind("id", digest.id())
                .bind("recipient", recipient)
                .bind("now", now.toEpochMilli())
                .execute());
    return digest;
  }

  /** The digest was taken: these alarms are told. */
  public void sent(String id, String recipient, AlarmNews told) {
    long now = clock.millis();
    database.update(
        handle -> {
          handle
              .createUpdate("UPDATE alarm_digest SET sent_at = :now, trouble = '' WHERE id = :id")
              .bind("now", now)
              .bind("id", id)
              .execute();
          told.begun().forEach(alarm -> told(handle, alarm, recipient, now));
          told.lasting().forEach(alarm -> told(handle, alarm, recipient, now));
          told.ended().forEach(alarm -> endTold(handle, alarm, recipient, now));
        });
  }

  private static void told(Handle handle, Alarm alarm, String recipient, long now) {
    handle
        .createUpdate(
            "INSERT INTO alarm_told (alarm_id, recipient, step, told_at) VALUES (:alarm,"
                + " :recipient, :step, :now) ON CONFLICT (alarm_id, recipient) DO UPDATE SET step ="
                + " :step, told_at = :now, end_told_at = NULL")
        .bind("alarm", alarm.raised().id())
        .bind("recipient", recipient)
        .bind("step", alarm.raised().step())
        .bind("now", now)
        .execute();
  }

  private static void endTold(Handle handle, Alarm alarm, String recipient, long now) {
    handle
        .createUpdate(
            "UPDATE alarm_told SET end_told_at = :now WHERE alarm_id = :alarm AND recipient ="
                + " :recipient")
        .bind("now", now)
        .bind("alarm", alarm.raised().id())
        .bind("recipient", recipient)
        .execute();
  }

  /**
   * The digest could not be sent.
   *
   * @param trouble a code
   */
  public void failed(String id, String trouble, Duration delay) {
    database.update(
        handle ->
            handle
                .createUpdate(
                    "UPDATE alarm_digest SET attempts = attempts + 1, trouble = :trouble,"
                        + " next_attempt_at = :next WHERE id = :id")
                .bind("trouble", trouble)
                .bind("next", clock.instant().plus(delay).toEpochMilli())
                .bind("id", id)
                .execute());
  }

  /** Drops digests that were not sent and have nothing to say any more, or nobody to say it to. */
  public void drop(Collection<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    database.update(
        handle ->
            ids.forEach(
                id ->
                    handle
                        .createUpdate("DELETE FROM alarm_digest WHERE id = :id AND sent_at IS NULL")
                        .bind("id", id)
                        .execute()));
  }
}
