package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What came in by FAX. A page that tells its parcel is filed by itself; whatever else is to become
 * of a page, and every value that a machine read, waits for a person. Safe for every thread.
 */
public final class FaxInbox {
  private final Database database;
  private final Evidence evidence;
  private final Questions questions;
  private final FaxPages pages;
  private final FaxProposals proposals;
  private final Clock clock;

  public FaxInbox(Database database, Evidence evidence, Questions questions, Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.questions = questions;
    this.pages = new FaxPages(database, evidence);
    this.proposals = new FaxProposals(database, evidence, clock);
    this.clock = clock;
  }

  /** Its pages. */
  public FaxPages pages() {
    return pages;
  }

  /** What was read of filled in sheets. */
  public FaxProposals proposals() {
    return proposals;
  }

  /**
   * A file that was read.
   *
   * @param place the office whose folder it was in, or {@code shared}
   * @param pages all its pages
   * @param asked what people are asked about them
   */
  public record Arrived(ContentId content, String place, List<Page> pages, List<Asked> asked) {
    public Arrived {
      pages = List.copyOf(pages);
      asked = List.copyOf(asked);
    }
  }

  /**
   * A page.
   *
   * @param page from 1
   * @param parcel to which it belongs; null when it does not tell
   * @param parcelPage which page of the parcel; 0 when it does not tell
   * @param picture in the vault
   * @param office to whose inbox it goes; null when it has what a person is asked about
   */
  public record Page(
      int page,
      @Nullable String parcel,
      int parcelPage,
      ContentId picture,
      @Nullable OfficeNumber office) {}

  /**
   * What people are asked about some pages.
   *
   * @param office whose staff are asked
   * @param kind {@link Question.Kind#FAX_RESULTS} or {@link Question.Kind#FAX_PAGE}
   * @param subject the parcel of the sheets, or the file
   * @param text Japanese
   * @param lines Japanese: lines of sheets, or one a page
   * @param pages the pages that are asked about
   * @param results where results are asked about; else null
   */
  public record Asked(
      OfficeNumber office,
      Question.Kind kind,
      String subject,
      String text,
      List<Question.Line> lines,
      List<Integer> pages,
      @Nullable Proposed results) {}

  /** Who filled in sheets, and what was read of them, in the vault. */
  public record Proposed(OfficeNumber partner, ContentId proposal) {}

  /** Whether a file was read before. */
  public boolean isKnown(ContentId file) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM fax_file WHERE content_id = :id")
                .bind("id", file.hex())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /** Notes a file with all its pages and asks about them, in one step. */
  public List<Question> arrived(Arrived file) {
    return database.write(
        handle -> {
          handle
              .createUpdate(
                  "INSERT INTO fax_file (content_id, place, pages, arrived_at) VALUES (:id, :place,"
                      + " :pages, :now)")
              .bind("id", file.content().hex())
              .bind("place", file.place())
              .bind("pages", file.pages().size())
              .bind("now", clock.millis())
              .execute();
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub",
                  "fax-arrived",
                  file.content().hex(),
                  "place",
                  file.place(),
                  "pages",
                  String.valueOf(file.pages().size())));
          file.pages().forEach(page -> pages.insert(handle, file.content(), page));
          List<Question> asked = new ArrayList<>();
          for (Asked one : file.asked()) {
            asked.add(ask(handle, file.content(), one));
          }
          return asked;
        });
  }

  private Question ask(Handle handle, ContentId file, Asked asked) {
    Question question =
        questions.ask(
            handle, asked.office(), asked.kind(), asked.subject(), asked.text(), asked.lines());
    FaxPages.ask(handle, file, asked, question.id());
    Proposed results = asked.results();
    if (results != null) {
      proposals.ask(handle, asked, results, question.id());
    }
    return question;
  }

  /** A person chose an office that is none of this hub: the same is asked again. */
  public void askAgain(FaxPages.AskedPage page, String text) {
    database.update(
        handle ->
            ask(
                handle,
                page.content(),
                new Asked(
                    page.asked(),
                    Question.Kind.FAX_PAGE,
                    page.content().hex(),
                    text,
                    List.of(new Question.Line("", page.page() + " ページ目", null)),
                    List.of(page.page()),
                    null)));
  }

  /** A file could not be read; it is kept. */
  public void refused(ContentId file, String code) {
    database.update(
        handle ->
            evidence.record(
                handle, EvidenceEntry.of("hub", "fax-refused", file.hex(), "code", code)));
  }
}
