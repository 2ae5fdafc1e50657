package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What was read of filled in sheets: a proposal until a person has confirmed it, then a file that
 * is received like any other. Safe for every thread.
 */
public final class FaxProposals {
  private final Database database;
  private final Evidence evidence;
  private final Clock clock;

  FaxProposals(Database database, Evidence evidence, Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** A person is asked about results; part of the caller's transaction. */
  void ask(Handle handle, FaxInbox.Asked asked, FaxInbox.Proposed results, String question) {
    handle
        .createUpdate(
            "INSERT INTO fax_result (id, question_id, office, partner, parcel_id, proposal_id,"
                + " state, name, changed_at) VALUES (:id, :question, :office, :partner, :parcel,"
                + " :proposal, 'ASKED', '', :now)")
        .bind("id", UUID.randomUUID().toString())
        .bind("question", question)
        .bind("office", asked.office().value())
        .bind("partner", results.partner().value())
        .bind("parcel", asked.subject())
        .bind("proposal", results.proposal().hex())
        .bind("now", clock.millis())
        .execute();
  }

  /** A person has answered for every line of sheets. */
  static void confirmed(Handle handle, String question, long now) {
    handle
        .createUpdate(
            "UPDATE fax_result SET state = 'CONFIRMED', changed_at = :now WHERE question_id ="
                + " :question AND state = 'ASKED'")
        .bind("now", now)
        .bind("question", question)
        .execute();
    FaxPages.filed(handle, question);
  }

  /** Those of a state, oldest first. */
  public List<FaxResult> in(FaxResult.State state) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM fax_result WHERE state = :state ORDER BY changed_at, id")
                .bind("state", state.name())
                .map((row, context) -> result(row))
                .list());
  }

  /** The results as which something is received. */
  public Optional<FaxResult> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM fax_result WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> result(row))
                .findOne());
  }

  /** Confirmed results became a file. */
  public void ready(FaxResult result, ContentId content, String name) {
    change(
        result,
        FaxResult.State.READY,
        content,
        name,
        EvidenceEntry.of(
            "hub", "fax-result", result.parcel(), "id", result.id(), "content", content.hex()));
  }

  /** A person wanted none of the results. */
  public void declined(FaxResult result) {
    change(
        result,
        FaxResult.State.DECLINED,
        null,
        "",
        EvidenceEntry.of("hub", "fax-result-declined", result.parcel(), "id", result.id()));
  }

  /** The hub has received the file. */
  public void taken(FaxResult result) {
    change(
        result,
        FaxResult.State.TAKEN,
        result.content(),
        result.name(),
        EvidenceEntry.of("hub", "fax-result-taken", result.parcel(), "id", result.id()));
  }

  private void change(
      FaxResult result,
      FaxResult.State state,
      @Nullable ContentId content,
      String name,
      EvidenceEntry entry) {
    database.update(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE fax_result SET state = :state, result_id = :content, name = :name,"
                          + " changed_at = :now WHERE id = :id AND state = :before")
                  .bind("state", state.name())
                  .bind("content", content == null ? null : content.hex())
                  .bind("name", name)
                  .bind("now", clock.millis())
                  .bind("id", result.id())
                  .bind("before", result.state().name())
                  .execute();
          if (changed == 1) {
            evidence.record(handle, entry);
          }
        });
  }

  private static FaxResult result(ResultSet row) throws SQLException {
    String content = row.getString("result_id");
    return new FaxResult(
        row.getString("id"),
        row.getString("question_id"),
        new OfficeNumber(row.getString("office")),
        new OfficeNumber(row.getString("partner")),
        row.getString("parcel_id"),
        new ContentId(row.getString("proposal_id")),
        FaxResult.State.valueOf(row.getString("state")),
        content == null ? null : new ContentId(content),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("changed_at")));
  }
}
