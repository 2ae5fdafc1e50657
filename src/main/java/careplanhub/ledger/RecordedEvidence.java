package careplanhub.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * An entry as it stands in the chain.
 *
 * @param seq its place, counted from 1 without gaps
 * @param at the UTC time in ISO 8601 with milliseconds
 * @param actor who
 * @param action what
 * @param subject the id of what it is about
 * @param details a JSON object of strings in one line, its names sorted
 * @param previousHash the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 over everything else, in lower-case hexadecimal; see {@link #hashed}
 */
public record RecordedEvidence(
    long seq,
    String at,
    String actor,
    String action,
    String subject,
    String details,
    String previousHash,
    String hash) {
  /** What stands as the previous hash of the first entry. */
  static final String NO_HASH = "0".repeat(64);

  private static final String FORM = "careplan-hub evidence 1";

  /**
   * The hash this entry must have: SHA-256 of eight lines in UTF-8, each ended by LF: the form's
   * name, seq, at, actor, action, subject, details, previous hash.
   */
  String hashed() {
    return hashedAs(seq);
  }

  /** The hash this entry would have in another place. */
  String hashedAs(long place) {
    String text =
        String.join(
            "\n",
            FORM,
            Long.toString(place),
            at,
            actor,
            action,
            subject,
            details,
            previousHash,
            "");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java lacks SHA-256", e);
    }
  }

  RecordedEvidence withHash() {
    return new RecordedEvidence(seq, at, actor, action, subject, details, previousHash, hashed());
  }

  /** Reads a row; what someone may have emptied reads as "". */
  static RecordedEvidence of(ResultSet row, StatementContext context) throws SQLException {
    return new RecordedEvidence(
        row.getLong("seq"),
        text(row, "at"),
        text(row, "actor"),
        text(row, "action"),
        text(row, "subject"),
        text(row, "details"),
        text(row, "previous_hash"),
        text(row, "hash"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
