package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The files that offices exported, each noted once before it leaves its outbox. Safe for every
 * thread.
 */
public final class Arrivals {
  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Clock clock;

  public Arrivals(Database database, Vault vault, Evidence evidence, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** What became of a file that was taken. */
  public enum Outcome {
    /** It is new and belongs to a unit. */
    NEW,
    /** The same bytes under the same name, with nothing conflicting since: not sent again. */
    REPEAT,
    /** It was noted before, and the move out of the outbox had not happened. */
    NOTED_BEFORE
  }

  /**
   * A file that stands in the ledger now.
   *
   * @param id the arrival's
   * @param outcome what became of it
   */
  public record Taken(String id, Outcome outcome) {}

  /**
   * A file found in an outbox, its bytes already in the vault.
   *
   * @param office whose outbox
   * @param name the file's name
   * @param content its raw bytes
   * @param size bytes
   * @param unitKey what the files of its send unit share; null for a file that is a unit by itself
   * @param settleTime how long its unit waits for companions; zero for a unit by itself
   * @param satellite サテライト枝番 of the place that exported it; empty for the office itself
   */
  public record Found(
      OfficeNumber office,
      String name,
      ContentId content,
      long size,
      @Nullable String unitKey,
      Duration settleTime,
      String satellite) {

    /** A file from the office's own outbox. */
    public Found(
        OfficeNumber office,
        String name,
        ContentId content,
        long size,
        @Nullable String unitKey,
        Duration settleTime) {
      this(office, name, content, size, unitKey, settleTime, "");
    }
  }

  /** Notes the file with its unit and its evidence, durably, or finds that it was noted before. */
  public Taken take(Found found) {
    String nameIndex =
        found.satellite().isEmpty()
            ? vault.index("name", found.name())
            : vault.index("name", found.name(), found.satellite());
    return database.write(
        handle -> {
          Optional<Latest> latest = latest(handle, found.office(), nameIndex);
          if (latest.isPresent() && latest.get().content().equals(found.content().hex())) {
            // the same words or picture may be meant once more, unlike the same rows
            String repeatOf =
                OutgoingUnit.areAttachments(found.unitKey()) ? null : latest.get().id();
            return latest.get().moved()
                ? insert(handle, found, nameIndex, repeatOf)
                : new Taken(latest.get().id(), Outcome.NOTED_BEFORE);
          }
          return insert(handle, found, nameIndex, null);
        });
  }

  /**
   * Notes, within the caller's transaction, a file that lies in no outbox and is to be sent as one
   * of it would.
   */
  void takeMoved(Handle handle, Found found) {
    String id = insert(handle, found, vault.index("name", found.name()), null).id();
    moved(handle, id);
  }

  private record Latest(String id, String content, boolean moved) {}

  private static Optional<Latest> latest(Handle handle, OfficeNumber office, String nameIndex) {
    return handle
        .createQuery(
            "SELECT id, content_id, moved_at FROM arrival WHERE office = :office AND name_index ="
                + " :name ORDER BY position DESC LIMIT 1")
        .bind("office", office.value())
        .bind("name", nameIndex)
        .map(
            (row, context) ->
                new Latest(
                    row.getString("id"),
                    row.getString("content_id"),
                    row.getObject("moved_at") != null))
        .findOne();
  }

  private Taken insert(Handle handle, Found found, String nameIndex, @Nullable String repeatOf) {
    String id = UUID.randomUUID().toString();
    long now = clock.millis();
    String unit = repeatOf == null ? unitOf(handle, found, id, now) : null;
    handle
        .createUpdate(
            "INSERT INTO arrival (id, position, office, arrived_at, name_index, name_sealed, content_id,"
                + " size_bytes, repeat_of, unit_id, satellite) VALUES (:id, :position, :office, :now, :index,"
                + " :name, :content, :size, :repeat, :unit, :satellite)")
        .bind("id", id)
        .bind("position", Positions.next(handle, "arrival"))
        .bind("office", found.office().value())
        .bind("now", now)
        .bind("index", nameIndex)
        .bind("name", vault.seal(found.name()))
        .bind("content", found.content().hex())
        .bind("size", found.size())
        .bind("repeat", repeatOf)
        .bind("unit", unit)
        .bind("satellite", found.satellite())
        .execute();
    evidence.record(
        handle,
        EvidenceEntry.of(
            "hub",
            repeatOf == null ? "arrived" : "repeated",
            id,
            "office",
            found.office().value(),
            "content",
            found.content().hex(),
            "name",
            nameIndex,
            "repeatOf",
            repeatOf == null ? "" : repeatOf));
    return new Taken(id, repeatOf == null ? Outcome.NEW : Outcome.REPEAT);
  }

  private static String unitOf(Handle handle, Found found, String arrival, long now) {
    String key = found.unitKey() == null ? arrival : found.unitKey();
    Optional<String> open =
        handle
            .createQuery(
                "SELECT id FROM outgoing_unit WHERE office = :office AND unit_key = :key AND state"
                    + " = 'GATHERING'")
            .bind("office", found.office().value())
            .bind("key", key)
            .mapTo(String.class)
            .findOne();
    if (open.isPresent()) {
      return open.get();
    }
    String unit = UUID.randomUUID().toString();
    handle
        .createUpdate(
            "INSERT INTO outgoing_unit (id, position, office, unit_key, state, opened_at, due_at)"
                + " VALUES (:id, :position, :office, :key, 'GATHERING', :now, :due)")
        .bind("id", unit)
        .bind("position", Positions.next(handle, "outgoing_unit"))
        .bind("office", found.office().value())
        .bind("key", key)
        .bind("now", now)
        .bind("due", now + found.settleTime().toMillis())
        .execute();
    return unit;
  }

  /** Notes that the file has left the outbox, so that the same file there again is a repeat. */
  public void moved(String arrival) {
    database.update(handle -> moved(handle, arrival));
  }

  private void moved(Handle handle, String arrival) {
    handle
        .createUpdate("UPDATE arrival SET moved_at = :now WHERE id = :id")
        .bind("now", clock.millis())
        .bind("id", arrival)
        .execute();
  }

  /**
   * Makes files of a unit a unit each, to be worked on now, so that what is wrong with one of them
   * does not stop the others.
   */
  public void part(OutgoingUnit unit, List<Arrival> apart) {
    database.update(
        handle -> {
          for (Arrival arrival : apart) {
            String own = OutgoingUnits.insertReady(handle, unit, clock.millis());
            handle
                .createUpdate("UPDATE arrival SET unit_id = :own WHERE id = :id")
                .bind("own", own)
                .bind("id", arrival.id())
                .execute();
            evidence.record(
                handle,
                EvidenceEntry.of("hub", "parted", arrival.id(), "from", unit.id(), "into", own));
          }
        });
  }

  /** The files of a unit, in the order of their arrival. */
  public List<Arrival> ofUnit(OutgoingUnit unit) {
    return query(
        "SELECT * FROM arrival WHERE unit_id = :key OR unit_id = (SELECT split_from FROM"
            + " outgoing_unit WHERE id = :key) ORDER BY position",
        unit.id());
  }

  /**
   * Those of other units for which every place that exported for this one has exported later too.
   *
   * @param units their ids
   */
  public Set<String> later(OutgoingUnit unit, Collection<String> units) {
    if (units.isEmpty()) {
      return Set.of();
    }
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT other.id FROM outgoing_unit other WHERE other.id IN (<units>) AND NOT"
                        + " EXISTS (SELECT 1 FROM arrival own WHERE own.unit_id IN (SELECT id FROM"
                        + " outgoing_unit WHERE id = :key UNION SELECT split_from FROM"
                        + " outgoing_unit WHERE id = :key) AND NOT EXISTS (SELECT 1 FROM arrival"
                        + " newer WHERE newer.unit_id IN (other.id, other.split_from) AND"
                        + " newer.satellite = own.satellite AND newer.position > own.position))")
                .bindList("units", units)
                .bind("key", unit.id())
                .mapTo(String.class)
                .collect(Collectors.toSet()));
  }

  /** The files of an office that were noted, and whose leaving of the outbox was not. */
  public List<Arrival> notYetMoved(OfficeNumber office) {
    return query(
        "SELECT * FROM arrival WHERE office = :key AND moved_at IS NULL ORDER BY position",
        office.value());
  }

  /** How many files were taken, and how many of them were repeats. */
  public record Count(long arrivals, long repeats) {}

  public Count count() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) AS arrivals, COUNT(repeat_of) AS repeats FROM arrival")
                .map((row, context) -> new Count(row.getLong("arrivals"), row.getLong("repeats")))
                .one());
  }

  private List<Arrival> query(String sql, String key) {
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("key", key)
                .map(
                    (row, context) ->
                        new Arrival(
                            row.getString("id"),
                            new OfficeNumber(row.getString("office")),
                            Instant.ofEpochMilli(row.getLong("arrived_at")),
                            vault.unseal(row.getString("name_sealed")),
                            new ContentId(row.getString("content_id")),
                            row.getLong("size_bytes"),
                            row.getString("satellite")))
                .list());
  }
}
