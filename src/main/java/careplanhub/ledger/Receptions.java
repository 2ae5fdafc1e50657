package careplanhub.ledger;

import careplanhub.office.OfficeChannel;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The parcels that come in. Safe for every thread. */
public final class Receptions {
  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Clock clock;

  public Receptions(Database database, Vault vault, Evidence evidence, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * A parcel that a channel lists.
   *
   * @param parcelId the sender's name for it
   * @param sender the partner's office
   * @param message the text that travels with it
   * @param serial the earliest ファイル連番 among its files, fourteen zeros when there is none
   * @param receivedAt when the channel got it
   */
  public record Announced(
      String parcelId, OfficeNumber sender, String message, String serial, Instant receivedAt) {}

  /** Notes what a channel lists for an office; what stands there already is passed over. */
  public void announce(String channel, OfficeNumber office, List<Announced> entries) {
    if (entries.isEmpty()) {
      return;
    }
    database.write(
        handle -> {
          for (Announced entry : entries) {
            announce(handle, channel, office, entry);
          }
          return null;
        });
  }

  private void announce(Handle handle, String channel, OfficeNumber office, Announced entry) {
    String id = UUID.randomUUID().toString();
    int added =
        handle
            .createUpdate(
                "INSERT INTO reception (id, channel, parcel_id, office, sender, message_sealed,"
                    + " serial, state, received_at, errors, next_attempt_at, attempts) VALUES (:id,"
                    + " :channel, :parcel, :office, :sender, :message, :serial, 'ANNOUNCED',"
                    + " :received, 0, 0, 0) ON CONFLICT (channel, office, parcel_id) DO NOTHING")
            .bind("id", id)
            .bind("channel", channel)
            .bind("parcel", entry.parcelId())
            .bind("office", office.value())
            .bind("sender", entry.sender().value())
            .bind("message", vault.seal(entry.message()))
            .bind("serial", entry.serial())
            .bind("received", entry.receivedAt().toEpochMilli())
            .execute();
    if (added == 1) {
      evidence.record(
          handle,
          EvidenceEntry.of(
              "hub",
              "announced",
              id,
              "channel",
              channel,
              "parcel",
              entry.parcelId(),
              "office",
              office.value(),
              "from",
              entry.sender().value()));
    }
  }

  /** The receptions of an office in one state whose time has come, in serial order per sender. */
  public List<Reception> in(Reception.State state, OfficeNumber office) {
    return database.read(
        handle ->
            ReceptionRows.select(
                handle,
                vault,
                "WHERE state = '"
                    + state.name()
                    + "' AND office = :key AND next_attempt_at <= "
                    + clock.millis()
                    + " ORDER BY sender, serial, received_at, id",
                office.value()));
  }

  /**
   * The fetched receptions of an office whose time has come, in serial order per sender (2.5, 3.5).
   * One waits while an earlier serial of its sender is listed and not delivered, but only so long,
   * so that what cannot be fetched or delivered does not hold its sender for ever.
   *
   * @param longest how long after it was fetched a reception waits for earlier ones
   */
  public List<Reception> toDeliver(OfficeNumber office, Duration longest) {
    return database.read(
        handle ->
            ReceptionRows.select(
                handle,
                vault,
                "WHERE state = 'FETCHED' AND office = :key AND next_attempt_at <= "
                    + clock.millis()
                    + " AND (fetched_at <= "
                    + (clock.millis() - longest.toMillis())
                    + " OR NOT EXISTS (SELECT 1 FROM reception earlier WHERE earlier.state IN"
                    + " ('ANNOUNCED', 'FETCHED', 'STAGED') AND earlier.office = reception.office"
                    + " AND earlier.sender = reception.sender AND earlier.serial <"
                    + " reception.serial)) ORDER BY sender, serial, received_at, id",
                office.value()));
  }

  /** The offices that have a reception in one of these states whose time has come. */
  public List<OfficeNumber> officesWith(Reception.State... states) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT office FROM reception WHERE state IN (<states>) AND"
                        + " next_attempt_at <= :now")
                .bindList("states", Arrays.stream(states).map(Enum::name).toList())
                .bind("now", clock.millis())
                .map((row, context) -> new OfficeNumber(row.getString("office")))
                .list());
  }

  /** Its files are in the vault. */
  public void fetched(Reception reception, List<Reception.ReceivedFile> files) {
    database.write(
        handle -> {
          for (int position = 0; position < files.size(); position++) {
            ReceptionRows.insertFile(handle, vault, reception.id(), position, files.get(position));
          }
          state(handle, reception, Reception.State.FETCHED, "fetched_at");
          evidence.record(
              handle, EvidenceEntry.of("hub", "fetched", reception.id(), contents(files)));
          return null;
        });
  }

  private static Map<String, String> contents(List<Reception.ReceivedFile> files) {
    Map<String, String> details = new TreeMap<>();
    for (int position = 0; position < files.size(); position++) {
      details.put("content" + (position + 1), files.get(position).content().hex());
    }
    return details;
  }

  /**
   * A file that lies hidden in an inbox until it is renamed.
   *
   * @param stagedName its hidden name
   * @param name the name it gets
   */
  public record StagedFile(String stagedName, String name) {}

  /**
   * Its files are staged beside the inbox; the renames may begin, and a crash after this repeats
   * only renames.
   */
  public void staged(
      Reception reception,
      List<StagedFile> files,
      List<String> findingCodes,
      Map<String, String> translatedBy) {
    database.write(
        handle -> {
          for (int position = 0; position < files.size(); position++) {
            ReceptionRows.insertStaged(
                handle, vault, reception.id(), position, files.get(position));
          }
          handle
              .createUpdate("UPDATE reception SET errors = :errors WHERE id = :id")
              .bind("errors", findingCodes.size())
              .bind("id", reception.id())
              .execute();
          state(handle, reception, Reception.State.STAGED, null);
          Map<String, String> details = new TreeMap<>(translatedBy);
          details.put("errors", findingCodes.stream().distinct().collect(Collectors.joining(" ")));
          evidence.record(
              handle, EvidenceEntry.of("hub", "made-for-office", reception.id(), details));
          return null;
        });
  }

  /**
   * The inbox of an office is gone with all that was staged in it: what was not delivered yet is
   * staged again.
   */
  public void stageAgain(OfficeNumber office) {
    database.update(
        handle -> {
          handle
              .createUpdate(
                  "DELETE FROM inbox_file WHERE reception_id IN (SELECT id FROM reception WHERE"
                      + " office = :office AND state = 'STAGED')")
              .bind("office", office.value())
              .execute();
          handle
              .createUpdate(
                  "UPDATE reception SET state = 'FETCHED', attempts = 0, next_attempt_at = 0 WHERE"
                      + " office = :office AND state = 'STAGED'")
              .bind("office", office.value())
              .execute();
        });
  }

  /**
   * What the same sender sent the same office with a later serial and stands or stood in the inbox,
   * earliest first; nothing when the reception has no serial.
   */
  public List<Reception> deliveredAfter(Reception reception) {
    if (reception.serial().equals(Reception.NO_SERIAL)) {
      return List.of();
    }
    return database.read(
        handle ->
            ReceptionRows.select(
                handle,
                vault,
                "WHERE state IN ('STAGED', 'DELIVERED', 'ACKNOWLEDGED') AND office = '"
                    + reception.office()
                    + "' AND sender = '"
                    + reception.sender()
                    + "' AND serial > :key AND (state = 'STAGED' OR delivered_at IS NOT NULL)"
                    + " ORDER BY serial, id",
                reception.serial()));
  }

  /**
   * What an office fetched of a sender and nobody set aside, in the order of the serials; parcels
   * without one come first.
   */
  public List<Reception> between(OfficeNumber sender, OfficeNumber office) {
    return database.read(
        handle ->
            ReceptionRows.select(
                handle,
                vault,
                "WHERE fetched_at IS NOT NULL AND state NOT IN ('WAITING', 'SET_ASIDE') AND (state"
                    + " <> 'ACKNOWLEDGED' OR delivered_at IS NOT NULL) AND office = '"
                    + office
                    + "' AND sender = :key ORDER BY serial, received_at, id",
                sender.value()));
  }

  static void state(Handle handle, String id, Reception.State state) {
    handle
        .createUpdate(
            "UPDATE reception SET state = :state, attempts = 0, next_attempt_at = 0 WHERE id = :id")
        .bind("state", state.name())
        .bind("id", id)
        .execute();
  }

  /** The staged files of a reception, in their order. */
  public List<StagedFile> stagedFiles(Reception reception) {
    return database.read(handle -> ReceptionRows.staged(handle, vault, reception.id()));
  }

  /**
   * Its files stood in the inbox.
   *
   * @throws IllegalStateException when it is to be staged again meanwhile
   */
  public void delivered(Reception reception) {
    database.update(
        handle -> {
          boolean staged =
              ReceptionRows.select(handle, vault, "WHERE id = :key", reception.id()).stream()
                  .anyMatch(now -> now.state() == Reception.State.STAGED);
          if (!staged) {
            throw new IllegalStateException("the reception is not staged any more");
          }
          finish(reception, Reception.State.DELIVERED, "delivered_at", "delivered");
        });
  }

  /** The channel knows that the office has it. */
  public void acknowledged(Reception reception) {
    finish(reception, Reception.State.ACKNOWLEDGED, "acknowledged_at", "acknowledged");
  }

  /**
   * What lay for an office is not what it should be and is not taken; said twice, it is noted once.
   *
   * @param code why, a stable word
   */
  public void notTaken(
      String channel, OfficeNumber office, OfficeNumber sender, String parcelId, String code) {
    database.update(
        handle -> {
          if (EvidenceTables.lastOf(handle, Evidence.PARCEL_NOT_TAKEN, parcelId).isEmpty()) {
            evidence.record(
                handle,
                EvidenceEntry.of(
                    "hub",
                    Evidence.PARCEL_NOT_TAKEN,
                    parcelId,
                    "channel",
                    channel,
                    "office",
                    office.value(),
                    "from",
                    sender.value(),
                    "code",
                    code));
          }
        });
  }

  private void finish(Reception reception, Reception.State state, String column, String action) {
    database.write(
        handle -> {
          state(handle, reception, state, column);
          evidence.record(
              handle,
              EvidenceEntry.of("hub", action, reception.id(), "parcel", reception.parcelId()));
          return null;
        });
  }

  /** A step came to nothing; it is tried again later. */
  public void tryLater(Reception reception, Duration delay) {
    database.write(
        handle ->
            handle
                .createUpdate(
                    "UPDATE reception SET attempts = attempts + 1, next_attempt_at = :next WHERE id"
                        + " = :id")
                .bind("next", clock.millis() + delay.toMillis())
                .bind("id", reception.id())
                .execute());
  }

  /** How often the present step of a reception was tried in vain. */
  public int attempts(Reception reception) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT attempts FROM reception WHERE id = :id")
                .bind("id", reception.id())
                .mapTo(Integer.class)
                .one());
  }

  private void state(
      Handle handle, Reception reception, Reception.State state, @Nullable String timeColumn) {
    state(handle, reception.id(), state);
    if (timeColumn != null) {
      handle
          .createUpdate("UPDATE reception SET " + timeColumn + " = :now WHERE id = :id")
          .bind("now", clock.millis())
          .bind("id", reception.id())
          .execute();
    }
  }

  /**
   * The offices that have a reception in this state whose time has come, and from which channel.
   */
  public List<OfficeChannel> channelsWith(Reception.State... states) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT office || '/' || channel FROM reception WHERE state IN"
                        + " (<states>) AND next_attempt_at <= :now")
                .bindList("states", Arrays.stream(states).map(Enum::name).toList())
                .bind("now", clock.millis())
                .mapTo(String.class)
                .list()
                .stream()
                .map(OfficeChannel::read)
                .flatMap(Optional::stream)
                .toList());
  }

  /**
   * The receptions of an office from one channel; see {@link #in(Reception.State, OfficeNumber)}.
   */
  public List<Reception> in(Reception.State state, OfficeChannel office) {
    return in(state, office.office()).stream()
        .filter(reception -> reception.channel().equals(office.channel().word()))
        .toList();
  }

  /** What an office received as this parcel over this channel. */
  public Optional<Reception> find(OfficeChannel office, String parcelId) {
    return database.read(
        handle ->
            ReceptionRows.select(
                    handle,
                    vault,
                    "WHERE channel = '"
                        + office.channel().word()
                        + "' AND office = '"
                        + office.office().value()
                        + "' AND parcel_id = :key",
                    parcelId)
                .stream()
                .findFirst());
  }

  /** A staged file is about to get another name than was noted, because that one is taken. */
  public void renamed(Reception reception, StagedFile file, String name) {
    database.update(
        handle -> ReceptionRows.rename(handle, vault, reception.id(), file.stagedName(), name));
  }

  /** The reception of this id. */
  public Optional<Reception> find(String id) {
    return database.read(
        handle -> ReceptionRows.select(handle, vault, "WHERE id = :key", id).stream().findFirst());
  }

  /** What an office received, newest first. */
  public List<Reception> receivedBy(OfficeNumber office, int most) {
    return database.read(
        handle ->
            ReceptionRows.select(
                handle,
                vault,
                "WHERE office = :key AND fetched_at IS NOT NULL ORDER BY received_at DESC, id LIMIT "
                    + most,
                office.value()));
  }

  /** How many receptions stood in an inbox. */
  public long deliveredCount() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM reception WHERE delivered_at IS NOT NULL")
                .mapTo(Long.class)
                .one());
  }
}
