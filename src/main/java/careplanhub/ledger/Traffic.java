package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who sent and who received in which time, and what does not go on. Safe for every thread. */
public final class Traffic {
  private final Database database;

  public Traffic(Database database) {
    this.database = database;
  }

  /** An office of ours and an office that sent to it. */
  public record Pair(OfficeNumber office, OfficeNumber sender) {}

  /** A step that parcels wait for. */
  public enum Step {
    /** Until the channel has it. */
    HAND_OVER("state = 'READY'", "made_at"),
    /** Until a person or the receiving side took it from where it lies. */
    CARRY("state = 'PREPARED'", "made_at"),
    /** Until the partner fetched it. */
    FETCH(
        "state = 'HANDED_OVER' AND fetched_at IS NULL AND channel IN ("
            + channels(ChannelName::tellsFetched)
            + ")",
        "handed_over_at"),
    /** Until the partner's software took it. */
    TAKE(
        "state = 'HANDED_OVER' AND fetched_at IS NOT NULL AND imported_at IS NULL AND channel IN ("
            + channels(ChannelName::tellsImported)
            + ")",
        "fetched_at");

    private final String condition;
    private final String since;

    Step(String condition, String since) {
      this.condition = condition;
      this.since = since;
    }
  }

  private static String channels(Predicate<ChannelName> which) {
    return Arrays.stream(ChannelName.values())
        .filter(which)
        .map(channel -> "'" + channel.word() + "'")
        .collect(Collectors.joining(", "));
  }

  /** The offices for which something was made ready to be sent, from one moment to another. */
  public Set<OfficeNumber> senders(Instant from, Instant until) {
    return database.read(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "SELECT DISTINCT sender FROM parcel WHERE made_at >= :from AND made_at <"
                            + " :until")
                    .bind("from", from.toEpochMilli())
                    .bind("until", until.toEpochMilli())
                    .map((row, context) -> new OfficeNumber(row.getString("sender")))
                    .list()));
  }

  /** The offices for which something was made ready for an addressee; the same. */
  public Set<OfficeNumber> sendersTo(OfficeNumber addressee, Instant from, Instant until) {
    return database.read(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(
                        "SELECT DISTINCT sender FROM parcel WHERE addressee = :addressee AND"
                            + " made_at >= :from AND made_at < :until")
                    .bind("addressee", addressee.value())
                    .bind("from", from.toEpochMilli())
                    .bind("until", until.toEpochMilli())
                    .map((row, context) -> new OfficeNumber(row.getString("sender")))
                    .list()));
  }

  /** When the first thing came from each sender to each office, from one moment to another. */
  public Map<Pair, Instant> firstArrivals(Instant from, Instant until) {
    Map<Pair, Instant> first = new LinkedHashMap<>();
    database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT office, sender, MIN(received_at) AS first FROM reception WHERE"
                        + " received_at >= :from AND received_at < :until GROUP BY office, sender"
                        + " ORDER BY office, sender")
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .map(
                    (row, context) ->
                        first.put(
                            new Pair(
                                new OfficeNumber(row.getString("office")),
                                new OfficeNumber(row.getString("sender"))),
                            Instant.ofEpochMilli(row.getLong("first"))))
                .list());
    return first;
  }

  /**
   * How many parcels of each sender wait for a step since before a moment.
   *
   * @param notBefore those that wait even longer are not counted
   */
  public Map<OfficeNumber, Long> waiting(Step step, Instant before, Instant notBefore) {
    return counts(
        "SELECT sender AS office, COUNT(*) AS n FROM parcel WHERE "
            + step.condition
            + " AND "
            + step.since
            + " <= :before AND "
            + step.since
            + " >= :notBefore GROUP BY sender ORDER BY sender",
        before,
        notBefore);
  }

  /** How many questions of each office are open since before a moment; the same. */
  public Map<OfficeNumber, Long> openQuestions(Instant before, Instant notBefore) {
    return counts(
        "SELECT office, COUNT(*) AS n FROM question WHERE answered_at IS NULL AND asked_at <="
            + " :before AND asked_at >= :notBefore GROUP BY office ORDER BY office",
        before,
        notBefore);
  }

  private Map<OfficeNumber, Long> counts(String query, Instant before, Instant notBefore) {
    Map<OfficeNumber, Long> counts = new LinkedHashMap<>();
    database.read(
        handle ->
            handle
                .createQuery(query)
                .bind("before", before.toEpochMilli())
                .bind("notBefore", notBefore.toEpochMilli())
                .map(
                    (row, context) ->
                        counts.put(new OfficeNumber(row.getString("office")), row.getLong("n")))
                .list());
    return counts;
  }
}
