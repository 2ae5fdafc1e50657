package careplanhub.ledger;

import careplanhub.store.ContentId;
import careplanhub.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Which contents the vault still keeps for the ledger, and since when. Safe for every thread. */
public final class KeptContents {
  private static final String USED =
      "SELECT content_id, arrived_at AS used_at FROM arrival"
          + " UNION ALL SELECT f.content_id, p.made_at FROM parcel_file f JOIN parcel p ON p.id ="
          + " f.parcel_id"
          + " UNION ALL SELECT f.content_id, r.received_at FROM reception_file f JOIN reception r"
          + " ON r.id = f.reception_id"
          + " UNION ALL SELECT content_id, noted_at FROM consent WHERE content_id IS NOT NULL"
          + " UNION ALL SELECT content_id, made_at FROM fax_job"
          + " UNION ALL SELECT boxes_id, made_at FROM fax_job WHERE boxes_id IS NOT NULL"
          + " UNION ALL SELECT content_id, arrived_at FROM fax_file"
          + " UNION ALL SELECT p.picture_id, f.arrived_at FROM fax_page p JOIN fax_file f ON"
          + " f.content_id = p.content_id"
          + " UNION ALL SELECT proposal_id, changed_at FROM fax_result"
          + " UNION ALL SELECT result_id, changed_at FROM fax_result WHERE result_id IS NOT NULL";

  private final Database database;
  private final Evidence evidence;
  private final Clock clock;

  public KeptContents(Database database, Evidence evidence, Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Contents that nothing has used since this moment and that are not purged yet, at most so many.
   */
  public List<ContentId> unusedSince(Instant moment, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT content_id FROM ("
                        + USED
                        + ") AS used WHERE content_id NOT IN (SELECT content_id FROM"
                        + " purged_content) GROUP BY content_id HAVING MAX(used_at) < :moment"
                        + " LIMIT :most")
                .bind("moment", moment.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new ContentId(row.getString("content_id")))
                .list());
  }

  /** Notes that the vault does not keep this content any more; called before it is deleted. */
  public void purged(ContentId content) {
    database.update(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO purged_content (content_id, purged_at) VALUES (:content, :now)")
              .bind("content", content.hex())
              .bind("now", clock.millis())
              .execute();
          evidence.record(handle, EvidenceEntry.of("hub", "content-purged", content.hex()));
        });
  }
}
