package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Checkpoints;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The parcels from acceptance to purge. What a method has returned is durable. Safe for use from
 * several threads.
 */
final class Parcels {
  private final Database database;
  private final Vault vault;
  private final RelaySettings.Limits limits;
  private final RelaySettings.Quotas quotas;
  private final Clock clock;

  Parcels(Database database, Vault vault, RelaySettings settings, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.limits = settings.limits();
    this.quotas = settings.quotas();
    this.clock = clock;
  }

  /** What the sender gets for a parcel, the same however often it sends it. */
  record Receipt(String receiptId, Instant acceptedAt, String relayHead) {}

  /** A receipt and whether this very upload was kept for it. */
  record Acceptance(Receipt receipt, boolean kept) {}

  /**
   * Accepts an upload, or recognises the parcel as one that was accepted before.
   *
   * @param contents its files' bytes, which are kept with it
   */
  Acceptance accept(OfficeNumber from, Upload upload, Contents.Incoming contents) {
    List<ParcelFileName> names = check(from, upload);
    Acceptance acceptance =
        database.write(
            handle ->
                former(handle, from, upload)
                    .map(receipt -> new Acceptance(receipt, false))
                    .orElseGet(
                        () -> {
                          contents.keep(handle);
                          return new Acceptance(insert(handle, from, upload, names), true);
                        }));
    Checkpoints.reached("relay-parcel-accepted");
    return acceptance;
  }

  /** A page of what the office sent, oldest first. */
  List<StoredParcel> sent(OfficeNumber from, long after, int maximum) {
    return list("from_office = :office", from, after, maximum);
  }

  /** A page of what came for the office, oldest first. */
  List<StoredParcel> received(OfficeNumber to, boolean onlyWaiting, long after, int maximum) {
    return list(
        onlyWaiting ? "to_office = :office AND acknowledged_at IS NULL" : "to_office = :office",
        to,
        after,
        maximum);
  }

  /** A parcel of this addressee; for anybody else's it is as if there were none. */
  StoredParcel addressedTo(OfficeNumber to, UUID parcelId) {
    return database
        .read(handle -> find(handle, to, parcelId))
        .orElseThrow(() -> new Refusal(RefusalCode.PARCEL_UNKNOWN));
  }

  /** Notes that all bytes of the parcel were handed to its addressee. */
  void markFetched(StoredParcel parcel) {
    database.update(
        handle ->
            handle.execute(
                "UPDATE parcels SET fetched_at = ? WHERE sequence = ? AND fetched_at IS NULL",
                clock.millis(),
                parcel.sequence()));
    Checkpoints.reached("relay-fetch-noted");
  }

  /**
   * Notes the addressee's acknowledgement. The first one counts; a repetition changes nothing.
   *
   * @return when it was acknowledged
   */
  Instant acknowledge(OfficeNumber to, UUID parcelId, byte @Nullable [] receipt) {
    if (receipt != null && receipt.length > limits.receiptBytes()) {
      throw new Refusal(RefusalCode.RECEIPT_TOO_LARGE);
    }
    Instant acknowledgedAt =
        database.write(handle -> acknowledge(handle, find(handle, to, parcelId), receipt));
    Checkpoints.reached("relay-parcel-acknowledged");
    return acknowledgedAt;
  }

  private Instant acknowledge(
      Handle handle, Optional<StoredParcel> found, byte @Nullable [] receipt) {
    StoredParcel parcel = found.orElseThrow(() -> new Refusal(RefusalCode.PARCEL_UNKNOWN));
    Instant former = parcel.acknowledgedAt();
    if (former != null) {
      return former;
    }
    if (parcel.fetchedAt() == null) {
      throw new Refusal(RefusalCode.NOT_FETCHED);
    }
    Instant now = now();
    handle
        .createUpdate(
            "UPDATE parcels SET acknowledged_at = :now, receipt = :receipt"
                + " WHERE sequence = :sequence")
        .bind("now", now.toEpochMilli())
        .bind("receipt", receipt)
        .bind("sequence", parcel.sequence())
        .execute();
    return now;
  }

  /**
   * Forgets the parcels that were acknowledged before this moment: their files, message and
   * receipt.
   *
   * @return how many
   */
  int purge(Instant acknowledgedBefore) {
    int count =
        database.write(
            handle -> {
              List<String> uploads =
                  handle
                      .createQuery(
                          "SELECT upload_id FROM parcels"
                              + " WHERE purged_at IS NULL AND acknowledged_at < :before")
                      .bind("before", acknowledgedBefore.toEpochMilli())
                      .mapTo(String.class)
                      .list();
              uploads.forEach(upload -> purge(handle, upload));
              return uploads.size();
            });
    Checkpoints.reached("relay-purged");
    return count;
  }

  private void purge(Handle handle, String uploadId) {
    Usage.release(handle, uploadId);
    Contents.delete(handle, uploadId);
    handle.execute("DELETE FROM files WHERE upload_id = ?", uploadId);
    handle.execute(
        "UPDATE parcels SET purged_at = ?, message = '', receipt = NULL WHERE upload_id = ?",
        clock.millis(),
        uploadId);
  }

  private List<ParcelFileName> check(OfficeNumber from, Upload upload) {
    if (upload.files().isEmpty()) {
      throw new Refusal(RefusalCode.NO_FILE);
    }
    if (upload.message().length() > limits.messageCharacters()) {
      throw new Refusal(RefusalCode.MESSAGE_TOO_LONG);
    }
    if (upload.message().codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw new Refusal(RefusalCode.MESSAGE_REFUSED);
    }
    List<ParcelFileName> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Upload.Content file : upload.files()) {
      names.add(ParcelFileName.of(file.name(), from, upload.to(), limits));
      if (!file.asNamed()) {
        throw new Refusal(RefusalCode.FILE_CONTENT_REFUSED);
      }
      if (file.size() > limits.largest(file.name())) {
        throw new Refusal(RefusalCode.FILE_TOO_LARGE);
      }
      if (!seen.add(file.name().toLowerCase(java.util.Locale.ROOT))) {
        throw new Refusal(RefusalCode.FILE_NAME_REFUSED);
      }
    }
    return names;
  }

  /** The receipt of the same parcel when it was accepted before. */
  private static Optional<Receipt> former(Handle handle, OfficeNumber from, Upload upload) {
    return handle
        .createQuery(
            "SELECT from_office, content_hash, receipt_id, accepted_at, relay_head FROM parcels"
                + " WHERE parcel_id = :id")
        .bind("id", upload.parcelId().toString())
        .map(
            (row, context) -> {
              if (!row.getString("from_office").equals(from.value())
                  || !row.getString("content_hash").equals(upload.contentHash())) {
                throw new Refusal(RefusalCode.PARCEL_CONFLICT);
              }
              return new Receipt(
                  row.getString("receipt_id"),
                  Instant.ofEpochMilli(row.getLong("accepted_at")),
                  row.getString("relay_head"));
            })
        .findOne();
  }

  private Receipt insert(
      Handle handle, OfficeNumber from, Upload upload, List<ParcelFileName> names) {
    Standing addressee =
        Standings.find(handle, upload.to())
            .orElseThrow(() -> new Refusal(RefusalCode.ADDRESSEE_UNKNOWN));
    LocalDate today = Standings.today(clock);
    if (addressee.refusal(today).isPresent()) {
      throw new Refusal(RefusalCode.ADDRESSEE_INACTIVE);
    }
    Usage.charge(handle, from, upload.size(), today, quotas);
    AcceptanceChain.Link last = AcceptanceChain.last(handle);
    Instant now = now();
    AcceptanceChain.Link link = last.next(from, upload, upload.contentHash(), now.toEpochMilli());
    Receipt receipt = new Receipt(UUID.randomUUID().toString(), now, link.head());
    handle
        .createUpdate(
            "INSERT INTO parcels (sequence, parcel_id, from_office, to_office, content_hash,"
                + " sender_head, receipt_id, accepted_at, relay_head, upload_id, message)"
                + " VALUES (:sequence, :id, :from, :to, :hash, :senderHead, :receipt, :at, :head,"
                + " :upload, :message)")
        .bind("sequence", link.sequence())
        .bind("id", upload.parcelId().toString())
        .bind("from", from.value())
        .bind("to", upload.to().value())
        .bind("hash", upload.contentHash())
        .bind("senderHead", upload.senderHead())
        .bind("receipt", receipt.receiptId())
        .bind("at", now.toEpochMilli())
        .bind("head", link.head())
        .bind("upload", upload.uploadId())
        .bind("message", vault.seal(upload.message()))
        .execute();
    for (int number = 0; number < names.size(); number++) {
      insertFile(handle, upload.uploadId(), number, upload.files().get(number), names.get(number));
    }
    return receipt;
  }

  private void insertFile(
      Handle handle, String uploadId, int number, Upload.Content file, ParcelFileName name) {
    handle
        .createUpdate(
            "INSERT INTO files (upload_id, file_number, name, kind, csv_version,"
                + " from_service_type, to_service_type, size, sha256)"
                + " VALUES (:upload, :number, :name, :kind, :version, :fromType, :toType, :size,"
                + " :sha256)")
        .bind("upload", uploadId)
        .bind("number", number)
        .bind("name", vault.seal(file.name()))
        .bind("kind", name.kind())
        .bind("version", file.csvVersion())
        .bind("fromType", name.fromServiceType())
        .bind("toType", name.toServiceType())
        .bind("size", file.size())
        .bind("sha256", file.sha256())
        .execute();
  }

  private List<StoredParcel> list(String condition, OfficeNumber office, long after, int maximum) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    StoredParcel.SELECT
                        + " WHERE p.purged_at IS NULL AND p.sequence > :after AND "
                        + condition
                        + " ORDER BY p.sequence LIMIT :maximum")
                .bind("office", office.value())
                .bind("after", after)
                .bind("maximum", maximum)
                .map((row, context) -> StoredParcel.of(row, vault, handle))
                .list());
  }

  private Optional<StoredParcel> find(Handle handle, OfficeNumber to, UUID parcelId) {
    return handle
        .createQuery(
            StoredParcel.SELECT
                + " WHERE p.purged_at IS NULL AND p.to_office = :office AND p.parcel_id = :id")
        .bind("office", to.value())
        .bind("id", parcelId.toString())
        .map((row, context) -> StoredParcel.of(row, vault, handle))
        .findOne();
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}
