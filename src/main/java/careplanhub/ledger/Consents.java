package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The consents of users with what was sent: one for each parcel and user, the last one said. Users
 * are HMAC indexes and sealed texts. Safe for every thread.
 */
public final class Consents {
  private static final int INSURER_LENGTH = 6;

  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Arrivals arrivals;
  private final Clock clock;

  public Consents(
      Database database, Vault vault, Evidence evidence, Arrivals arrivals, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /**
   * Notes a consent with its evidence, and its PDF as an attachment to be sent, all or nothing. The
   * same said twice is noted and sent once; without a PDF, one that was noted before stays.
   *
   * @param attachment the PDF as it goes to the addressee; null when it stays here
   * @param actor who says so, as the evidence shall name it
   * @return whether it is new
   */
  public boolean record(Consent consent, Arrivals.@Nullable Found attachment, String actor) {
    return database.write(
        handle -> {
          Optional<Consent> before = find(handle, consent);
          if (before.isPresent() && says(before.get(), consent)) {
            return false;
          }
          insert(handle, consent);
          if (attachment != null && !hasGone(before, attachment.content())) {
            arrivals.takeMoved(handle, attachment);
          }
          note(handle, consent, actor);
          return true;
        });
  }

  private static boolean hasGone(Optional<Consent> before, ContentId pdf) {
    return before.filter(one -> one.travels() && pdf.equals(one.pdf())).isPresent();
  }

  private static boolean says(Consent before, Consent now) {
    return before.on().equals(now.on())
        && before.by().equals(now.by())
        && (now.pdf() == null
            || (now.pdf().equals(before.pdf()) && now.travels() == before.travels()));
  }

  private Optional<Consent> find(Handle handle, Consent consent) {
    return handle
        .createQuery("SELECT * FROM consent WHERE parcel_id = :parcel AND user_index = :user")
        .bind("parcel", consent.parcel())
        .bind("user", OutgoingUnits.userIndex(vault, consent.user()))
        .map((row, context) -> consent(row))
        .findOne();
  }

  private void insert(Handle handle, Consent consent) {
    handle
        .createUpdate(
            "INSERT INTO consent (parcel_id, user_index, user_sealed, consented_on, by_sealed,"
                + " content_id, travels, noted_at) VALUES (:parcel, :index, :user, :on, :by,"
                + " :content, :travels, :now) ON CONFLICT (parcel_id, user_index) DO UPDATE SET"
                + " consented_on = :on, by_sealed = :by, content_id = COALESCE(:content,"
                + " consent.content_id), travels = CASE WHEN :content IS NULL THEN consent.travels"
                + " ELSE :travels END, noted_at = :now")
        .bind("parcel", consent.parcel())
        .bind("index", OutgoingUnits.userIndex(vault, consent.user()))
        .bind("user", vault.seal(consent.user().insurerNumber() + consent.user().insuredNumber()))
        .bind("on", consent.on().toString())
        .bind("by", vault.seal(consent.by()))
        .bind("content", hex(consent))
        .bind("travels", consent.travels() ? 1 : 0)
        .bind("now", clock.millis())
        .execute();
  }

  private static @Nullable String hex(Consent consent) {
    return consent.pdf() == null ? null : consent.pdf().hex();
  }

  private void note(Handle handle, Consent consent, String actor) {
    String content = hex(consent);
    evidence.record(
        handle,
        EvidenceEntry.of(
            actor,
            "consent-noted",
            consent.parcel(),
            "user",
            OutgoingUnits.userIndex(vault, consent.user()),
            "on",
            consent.on().toString(),
            "content",
            content == null ? "" : content,
            "travels",
            String.valueOf(consent.travels())));
  }

  /** The consents with what an office sent, in the order in which it was sent. */
  public List<Consent> of(OfficeNumber sender) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT c.* FROM consent c JOIN parcel p ON p.id = c.parcel_id WHERE p.sender"
                        + " = :sender ORDER BY p.position,"
                        + " c.consented_on, c.user_index")
                .bind("sender", sender.value())
                .map((row, context) -> consent(row))
                .list());
  }

  private Consent consent(ResultSet row) throws SQLException {
    String user = vault.unseal(row.getString("user_sealed"));
    String content = row.getString("content_id");
    return new Consent(
        row.getString("parcel_id"),
        new UserIdentity(user.substring(0, INSURER_LENGTH), user.substring(INSURER_LENGTH)),
        LocalDate.parse(row.getString("consented_on")),
        vault.unseal(row.getString("by_sealed")),
        content == null ? null : new ContentId(content),
        row.getInt("travels") == 1);
  }
}
