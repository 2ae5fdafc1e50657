package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The pages that came by FAX: of which parcel they are, who is asked about them, and to whose inbox
 * they go. Safe for every thread.
 */
public final class FaxPages {
  private final Database database;
  private final Evidence evidence;

  FaxPages(Database database, Evidence evidence) {
    this.database = database;
    this.evidence = evidence;
  }

  /**
   * A page that a person is or was asked about, or that goes to an office.
   *
   * @param question empty when nobody was asked
   * @param asked whose staff are asked; the office to which it goes when nobody is
   * @param office to which it goes; null before that is known
   */
  public record AskedPage(
      ContentId content,
      int page,
      ContentId picture,
      String question,
      OfficeNumber asked,
      @Nullable OfficeNumber office) {}

  /** Notes a page; part of the caller's transaction. */
  void insert(Handle handle, ContentId file, FaxInbox.Page page) {
    OfficeNumber office = page.office();
    handle
        .createUpdate(
            "INSERT INTO fax_page (content_id, page, parcel_id, parcel_page, picture_id, office, state,"
                + " position, shown) VALUES (:id, :page, :parcel, :parcelPage, :picture, :office, :state, 0,"
                + " 0)")
        .bind("id", file.hex())
        .bind("page", page.page())
        .bind("parcel", page.parcel())
        .bind("parcelPage", page.parcelPage())
        .bind("picture", page.picture().hex())
        .bind("office", office == null ? null : office.value())
        .bind("state", office == null ? "FILED" : "CHOSEN")
        .execute();
    String parcel = page.parcel();
    if (parcel != null) {
      evidence.record(
          handle,
          EvidenceEntry.of(
              "hub",
              "fax-page-filed",
              parcel,
              "file",
              file.hex(),
              "page",
              String.valueOf(page.page()),
              "as",
              String.valueOf(page.parcelPage())));
    }
  }

  /** A person is asked about pages; part of the caller's transaction. */
  static void ask(Handle handle, ContentId file, FaxInbox.Asked asked, String question) {
    for (int position = 0; position < asked.pages().size(); position++) {
      handle
          .createUpdate(
              "UPDATE fax_page SET state = 'ASKED', question_id = :question, position = :position,"
                  + " asked = :office, shown = 1 WHERE content_id = :id AND page = :page")
          .bind("question", question)
          .bind("position", position)
          .bind("office", asked.office().value())
          .bind("id", file.hex())
          .bind("page", asked.pages().get(position))
          .execute();
    }
  }

  /** A person has answered for every line of sheets. */
  static void filed(Handle handle, String question) {
    handle
        .createUpdate("UPDATE fax_page SET state = 'FILED' WHERE question_id = :question")
        .bind("question", question)
        .execute();
  }

  /** A person said what a page is: whose, or nobody's. */
  static void chosen(Handle handle, String question, int position, String answer) {
    boolean office = OfficeNumber.isValid(answer);
    handle
        .createUpdate(
            "UPDATE fax_page SET state = :state, office = :office WHERE"
                + " question_id = :question AND position = :position")
        .bind("state", office ? "CHOSEN" : "SET_ASIDE")
        .bind("office", office ? answer : null)
        .bind("question", question)
        .bind("position", position)
        .execute();
  }

  /** The pages about which people are asked. */
  public List<AskedPage> asked() {
    return pages("q.id IS NOT NULL AND q.answered_at IS NULL");
  }

  /** The pages whose questions are answered and whose pictures are not known to be gone. */
  public List<AskedPage> shown() {
    return pages("q.answered_at IS NOT NULL AND p.shown = 1");
  }

  /** The pages that a person gave to an office, and that are not there yet. */
  public List<AskedPage> chosen() {
    return pages("p.state = 'CHOSEN'");
  }

  private List<AskedPage> pages(String condition) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT p.* FROM fax_page p LEFT JOIN question q ON q.id = p.question_id WHERE "
                        + condition
                        + " ORDER BY p.content_id, p.page")
                .map((row, context) -> page(row))
                .list());
  }

  private static AskedPage page(ResultSet row) throws SQLException {
    String office = row.getString("office");
    String asked = row.getString("asked");
    return new AskedPage(
        new ContentId(row.getString("content_id")),
        row.getInt("page"),
        new ContentId(row.getString("picture_id")),
        asked == null ? "" : row.getString("question_id"),
        new OfficeNumber(asked == null ? String.valueOf(office) : asked),
        office == null ? null : new OfficeNumber(office));
  }

  /** A picture lies beside no question any more. */
  public void hidden(AskedPage page) {
    database.update(handle -> set(handle, page, "shown = 0"));
  }

  /** A page lies in the inbox of the office that a person chose. */
  public void delivered(AskedPage page) {
    database.update(
        handle -> {
          set(handle, page, "state = 'DELIVERED'");
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub",
                  "fax-page-delivered",
                  page.content().hex(),
                  "page",
                  String.valueOf(page.page()),
                  "office",
                  String.valueOf(page.office())));
        });
  }

  private static void set(Handle handle, AskedPage page, String change) {
    handle
        .createUpdate("UPDATE fax_page SET " + change + " WHERE content_id = :id AND page = :page")
        .bind("id", page.content().hex())
        .bind("page", page.page())
        .execute();
  }
}
