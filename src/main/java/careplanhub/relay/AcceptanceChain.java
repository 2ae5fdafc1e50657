package careplanhub.relay;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The relay's own evidence: a hash chain over every parcel it accepted. Each sender gets the head
 * that its parcel made, and the chain holds the head that the sender had, so that neither side can
 * rewrite its past without the other's receipts telling (design decision 6). Nothing personal is in
 * it; purging a parcel leaves it whole.
 */
final class AcceptanceChain {
  private static final String BEGINNING = "0".repeat(64);

  private AcceptanceChain() {}

  /** One place of the chain: its number from 1, and the hash over it and all before it. */
  record Link(long sequence, String head) {
    Link next(OfficeNumber from, Upload upload, String contentHash, long acceptedAt) {
      return next(
          upload.parcelId().toString(),
          from.value(),
          upload.to().value(),
          contentHash,
          upload.senderHead(),
          acceptedAt);
    }

    private Link next(
        String parcelId,
        String from,
        String to,
        String contentHash,
        String senderHead,
        long acceptedAt) {
      long number = sequence + 1;
      String text =
          String.join(
              "\n",
              head,
              Long.toString(number),
              parcelId,
              from,
              to,
              contentHash,
              Sha256.of(senderHead),
              Long.toString(acceptedAt));
      return new Link(number, Sha256.of(text));
    }
  }

  /** Within the caller's transaction: the newest link. */
  static Link last(Handle handle) {
    return handle
        .createQuery("SELECT sequence, relay_head FROM parcels ORDER BY sequence DESC LIMIT 1")
        .map((row, context) -> new Link(row.getLong("sequence"), row.getString("relay_head")))
        .findOne()
        .orElse(new Link(0, BEGINNING));
  }

  /** The number of the first parcel that was changed, deleted or moved; empty when none was. */
  static OptionalLong firstBroken(Database database) {
    return database.read(
        handle -> {
          try (Stream<OptionalLong> found = brokenLinks(handle)) {
            return found.filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
          }
        });
  }

  private static Stream<OptionalLong> brokenLinks(Handle handle) {
    Link[] last = {new Link(0, BEGINNING)};
    return handle
        .createQuery("SELECT * FROM parcels ORDER BY sequence")
        .map(
            (row, context) -> {
              Link expected =
                  last[0].next(
                      row.getString("parcel_id"),
                      row.getString("from_office"),
                      row.getString("to_office"),
                      row.getString("content_hash"),
                      row.getString("sender_head"),
                      row.getLong("accepted_at"));
              Link found = new Link(row.getLong("sequence"), row.getString("relay_head"));
              last[0] = found;
              return expected.equals(found)
                  ? OptionalLong.empty()
                  : OptionalLong.of(expected.sequence());
            })
        .stream();
  }
}
