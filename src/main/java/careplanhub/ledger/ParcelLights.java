package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.office.OfficeChannel;
import careplanhub.store.Database;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The three lights of parcels (decision 11). Each goes on once and only after the first; with the
 * last one that can be known on its channel a parcel is closed. Safe for every thread.
 */
public final class ParcelLights {
  private static final String CLOSE =
      "UPDATE parcel SET state = 'CLOSED' WHERE id = :id AND handed_over_at IS NOT NULL AND"
          + " (fetched_at IS NOT NULL OR channel IN ("
          + without(ChannelName::tellsFetched)
          + ")) AND (imported_at IS NOT NULL OR channel IN ("
          + without(ChannelName::tellsImported)
          + "))";

  private final Database database;
  private final Evidence evidence;

  public ParcelLights(Database database, Evidence evidence) {
    this.database = database;
    this.evidence = evidence;
  }

  /** It lies ready for whoever carries it; no light is on. Nothing changes when that was known. */
  public boolean prepared(Parcel parcel) {
    return database.write(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE parcel SET state = 'PREPARED', attempts = attempts + 1 WHERE id = :id"
                          + " AND state = 'READY'")
                  .bind("id", parcel.id())
                  .execute();
          if (changed == 1) {
            evidence.record(
                handle,
                EvidenceEntry.of("hub", "prepared", parcel.id(), "channel", parcel.channel()));
          }
          return changed == 1;
        });
  }

  /**
   * 渡した: the channel has the parcel durably. Nothing changes when that was known.
   *
   * @param partnerHead the head of the other side's evidence; may be empty
   */
  public boolean handedOver(Parcel parcel, String receiptId, Instant at, String partnerHead) {
    return database.write(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE parcel SET state = 'HANDED_OVER', attempts = attempts + CASE WHEN"
                          + " state = 'PREPARED' THEN 0 ELSE 1 END, receipt_id = :receipt,"
                          + " handed_over_at = :at WHERE id = :id AND handed_over_at IS NULL")
                  .bind("receipt", receiptId)
                  .bind("at", at.toEpochMilli())
                  .bind("id", parcel.id())
                  .execute();
          if (changed == 0) {
            return false;
          }
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub",
                  "handed-over",
                  parcel.id(),
                  "channel",
                  parcel.channel(),
                  "receipt",
                  receiptId));
          if (!partnerHead.isEmpty()) {
            evidence.recordAnchor(handle, parcel.channel(), partnerHead);
          }
          close(handle, parcel.id());
          return true;
        });
  }

  /** 取得済: the partner fetched it. Nothing changes when that was known. */
  public boolean fetched(String parcel, Instant at) {
    return database.write(
        handle ->
            light(
                handle,
                "fetched_at",
                at,
                EvidenceEntry.of("hub", "fetched-by-partner", parcel),
                same -> {}));
  }

  /**
   * 取込済: the partner's software took it, as a signed receipt says. Nothing changes when that was
   * known.
   */
  public boolean imported(Parcel parcel, Instant at, String receiptHash, String partnerHead) {
    return database.write(
        handle ->
            light(
                handle,
                "imported_at",
                at,
                EvidenceEntry.of("hub", "imported-by-partner", parcel.id(), "receipt", receiptHash),
                same -> evidence.recordAnchor(same, parcel.addressee().value(), partnerHead)));
  }

  /** 取得済 and 取込済: its files were taken from an inbox of this hub. */
  public boolean taken(Parcel parcel, Instant at) {
    String id = parcel.id();
    return database.write(
        handle -> {
          EvidenceEntry taken = EvidenceEntry.of("hub", "taken-from-inbox", id);
          boolean changed = light(handle, "fetched_at", at, taken, same -> {});
          return light(handle, "imported_at", at, taken, same -> {}) || changed;
        });
  }

  private boolean light(
      Handle handle, String column, Instant at, EvidenceEntry entry, Consumer<Handle> anchor) {
    int changed =
        handle
            .createUpdate(
                "UPDATE parcel SET "
                    + column
                    + " = :at WHERE id = :id AND handed_over_at IS NOT NULL AND "
                    + column
                    + " IS NULL")
            .bind("at", at.toEpochMilli())
            .bind("id", entry.subject())
            .execute();
    if (changed == 0) {
      return false;
    }
    close(handle, entry.subject());
    evidence.record(handle, entry);
    anchor.accept(handle);
    return true;
  }

  private static void close(Handle handle, String parcel) {
    handle.createUpdate(CLOSE).bind("id", parcel).execute();
  }

  private static String without(Predicate<ChannelName> light) {
    return Arrays.stream(ChannelName.values())
        .filter(light.negate())
        .map(name -> "'" + name.word() + "'")
        .collect(Collectors.joining(", "));
  }

  /** The senders with parcels whose lights are still looked for, and over which channel. */
  public List<OfficeChannel> open() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT sender || '/' || channel FROM parcel WHERE state IN ('PREPARED',"
                        + " 'HANDED_OVER')")
                .mapTo(String.class)
                .list()
                .stream()
                .map(OfficeChannel::read)
                .flatMap(Optional::stream)
                .toList());
  }

  /** The parcels of a sender whose lights are still looked for on a channel, oldest first. */
  public List<Parcel> open(OfficeChannel sender, int most) {
    return database.read(
        handle ->
            ParcelRows.select(
                handle,
                "WHERE state IN ('PREPARED', 'HANDED_OVER') AND channel = '"
                    + sender.channel().word()
                    + "' AND sender = :key ORDER BY position LIMIT "
                    + most,
                sender.office().value()));
  }

  /** The parcels that lie ready for an office of this hub, oldest first. */
  public List<Parcel> preparedFor(OfficeChannel addressee, int most) {
    return database.read(
        handle ->
            ParcelRows.select(
                handle,
                "WHERE state = 'PREPARED' AND channel = '"
                    + addressee.channel().word()
                    + "' AND addressee = :key ORDER BY position LIMIT "
                    + most,
                addressee.office().value()));
  }
}
