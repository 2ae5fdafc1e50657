package careplanhub.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The SQL of the evidence. */
final class EvidenceTables {
  /** How far the chain goes. */
  record Head(long seq, String hash) {}

  /** A seal as its row says; the statement is what proves it. */
  record Seal(long number, long seq, String hash, String at, String statement) {}

  private EvidenceTables() {}

  /** The head's row; empty when someone has taken it away. */
  static Optional<Head> head(Handle handle) {
    return handle
        .createQuery("select seq, hash from evidence_head where id = 1")
        .map((row, context) -> new Head(row.getLong("seq"), text(row, "hash")))
        .findFirst();
  }

  static void append(Handle handle, RecordedEvidence entry) {
    handle
        .createUpdate(
            "insert into evidence_entry"
                + " (seq, at, actor, action, subject, details, previous_hash, hash)"
                + " values (:seq, :at, :actor, :action, :subject, :details, :previousHash, :hash)")
        .bindMethods(entry)
        .execute();
    handle
        .createUpdate("update evidence_head set seq = :seq, hash = :hash where id = 1")
        .bindMethods(entry)
        .execute();
  }

  /** Writes the head onto itself: a real write that changes nothing. */
  static boolean touchHead(Handle handle) {
    return handle.execute("update evidence_head set seq = seq where id = 1") == 1;
  }

  static Optional<RecordedEvidence> entry(Handle handle, long seq) {
    return handle
        .createQuery("select * from evidence_entry where seq = :seq")
        .bind("seq", seq)
        .map(RecordedEvidence::of)
        .findFirst();
  }

  static Optional<RecordedEvidence> lastOf(Handle handle, String action, String subject) {
    return handle
        .createQuery(
            "select * from evidence_entry where subject = :subject and action = :action"
                + " order by seq desc limit 1")
        .bind("subject", subject)
        .bind("action", action)
        .map(RecordedEvidence::of)
        .findFirst();
  }

  /** All entries by their place; the sign keeps SQLite from believing an index. */
  static Stream<RecordedEvidence> entries(Handle handle) {
    return handle
        .createQuery("select * from evidence_entry order by +seq")
        .map(RecordedEvidence::of)
        .stream();
  }

  static Optional<Seal> lastSeal(Handle handle) {
    return seals(handle, "order by number desc limit 1").findFirst();
  }

  static Stream<Seal> seals(Handle handle) {
    return seals(handle, "order by number");
  }

  static void addSeal(Handle handle, Seal seal) {
    handle
        .createUpdate(
            "insert into evidence_seal (number, seq, hash, at, statement)"
                + " values (:number, :seq, :hash, :at, :statement)")
        .bind("number", seal.number())
        .bind("seq", seal.seq())
        .bind("hash", seal.hash())
        .bind("at", seal.at())
        .bind("statement", seal.statement())
        .execute();
  }

  private static Stream<Seal> seals(Handle handle, String order) {
    return handle
        .createQuery("select * from evidence_seal " + order)
        .map(
            (row, context) ->
                new Seal(
                    row.getLong("number"),
                    row.getLong("seq"),
                    text(row, "hash"),
                    text(row, "at"),
                    text(row, "statement")))
        .stream();
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
