package careplanhub.ledger;

import careplanhub.office.ChannelName;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.ContentId;
import careplanhub.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The parcels that leave by FAX. An attempt is noted before it is handed on and after; nothing but
 * a report or a person says that it was sent. Safe for every thread.
 */
public final class FaxJobs {
  private final Database database;
  private final Evidence evidence;
  private final Questions questions;
  private final Clock clock;

  public FaxJobs(Database database, Evidence evidence, Questions questions, Clock clock) {
    this.database = database;
    this.evidence = evidence;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * What is sent.
   *
   * @param content the pages
   * @param boxes what the boxes of result sheets stand for; null when there are none
   * @param number the number's index
   */
  public record Printed(ContentId content, @Nullable ContentId boxes, int pages, String number) {}

  /** The job of a parcel. */
  public Optional<FaxJob> find(String parcel) {
    return database.read(handle -> one(handle, "parcel_id", parcel));
  }

  /** The job to which an attempt belongs. */
  public Optional<FaxJob> ofAttempt(String attempt) {
    return database.read(handle -> one(handle, "job", FaxJob.jobOf(attempt)));
  }

  /**
   * What a person is asked about a job.
   *
   * @param office whose staff are asked
   * @param addressee the partner
   * @param text Japanese: what happened
   */
  public record Doubt(OfficeNumber office, OfficeNumber addressee, String text) {}

  /**
   * Notes a printed parcel, whose first attempt begins at once; a repetition changes nothing.
   *
   * @param doubt what a person has to say before; null for nothing
   */
  public void prepare(String parcel, Printed printed, @Nullable Doubt doubt) {
    ContentId boxes = printed.boxes();
    database.update(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "INSERT INTO fax_job (parcel_id, job, state, attempt, next_at, content_id,"
                          + " boxes_id, pages, made_at, receipt) VALUES (:parcel, :job, 'WAITING',"
                          + " 0, :now, :content, :boxes, :pages, :now, '') ON CONFLICT (parcel_id)"
                          + " DO NOTHING")
                  .bind("parcel", parcel)
                  .bind("job", FaxJob.nameOf(parcel))
                  .bind("now", clock.millis())
                  .bind("content", printed.content().hex())
                  .bind("boxes", boxes == null ? null : boxes.hex())
                  .bind("pages", printed.pages())
                  .execute();
          if (changed == 1) {
            evidence.record(
                handle,
                EvidenceEntry.of(
                    "hub",
                    "fax-printed",
                    parcel,
                    "content",
                    printed.content().hex(),
                    "pages",
                    String.valueOf(printed.pages()),
                    "number",
                    printed.number()));
          }
          if (changed == 1 && doubt != null) {
            ask(handle, one(handle, "parcel_id", parcel).orElseThrow(), doubt);
          }
        });
  }

  /** What is to be handed on now, oldest first; those that a crash left in the middle too. */
  public List<FaxJob> due(int most) {
    return select(
        "j.state = 'BEGUN' OR (j.state = 'WAITING' AND j.next_at <= :now)", clock.millis(), most);
  }

  /** What was handed on and about which no report came in time. */
  public List<FaxJob> overdue(int most) {
    return select("j.state = 'HANDED_ON' AND j.next_at <= :now", clock.millis(), most);
  }

  private List<FaxJob> select(String condition, long now, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT j.* FROM fax_job j JOIN parcel p ON p.id = j.parcel_id WHERE p.state ="
                        + " 'PREPARED' AND p.channel = :channel AND ("
                        + condition
                        + ") ORDER BY j.next_at LIMIT :most")
                .bind("channel", ChannelName.FAX.word())
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> job(row))
                .list());
  }

  /** The jobs of a sender whose parcels are not closed, oldest first. */
  public List<FaxJob> open(OfficeNumber sender, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT j.* FROM fax_job j JOIN parcel p ON p.id = j.parcel_id WHERE p.state IN"
                        + " ('PREPARED', 'HANDED_OVER') AND p.channel = :channel AND p.sender ="
                        + " :sender ORDER BY p.position LIMIT :most")
                .bind("channel", ChannelName.FAX.word())
                .bind("sender", sender.value())
                .bind("most", most)
                .map((row, context) -> job(row))
                .list());
  }

  /** The next attempt begins; from now on it may have been handed on. */
  public void begin(FaxJob job) {
    note(
        job,
        FaxJob.State.BEGUN,
        job.attempt() + 1,
        clock.instant(),
        EvidenceEntry.of("hub", "fax-begun", job.parcel(), "attempt", job.nextAttempt()));
  }

  /**
   * The attempt that began was handed on.
   *
   * @param wait how long a report may take
   */
  public void handedOn(FaxJob job, Duration wait) {
    note(
        job,
        FaxJob.State.HANDED_ON,
        null,
        clock.instant().plus(wait),
        EvidenceEntry.of("hub", "fax-handed-on", job.parcel(), "attempt", job.lastAttempt()));
  }

  /** It could certainly not be handed on: the same attempt after a wait. */
  public void tryLater(FaxJob job, Duration wait, String code) {
    note(
        job,
        FaxJob.State.WAITING,
        job.state() == FaxJob.State.BEGUN ? job.attempt() - 1 : job.attempt(),
        clock.instant().plus(wait),
        EvidenceEntry.of("hub", "fax-waits", job.parcel(), "code", code));
  }

  private void note(
      FaxJob job,
      FaxJob.State state,
      @Nullable Integer attempt,
      Instant next,
      EvidenceEntry entry) {
    database.update(
        handle -> {
          int changed =
              handle
                  .createUpdate(
                      "UPDATE fax_job SET state = :state, attempt = COALESCE(:attempt, attempt),"
                          + " next_at = :next WHERE parcel_id = :parcel AND state IN ('WAITING',"
                          + " 'BEGUN', 'HANDED_ON')")
                  .bind("state", state.name())
                  .bind("attempt", attempt)
                  .bind("next", next.toEpochMilli())
                  .bind("parcel", job.parcel())
                  .execute();
          if (changed == 1) {
            evidence.record(handle, entry);
          }
        });
  }

  /**
   * Somebody knows that it was sent. What was known before stays.
   *
   * @param receipt how that is known
   */
  public boolean sent(FaxJob job, String receipt) {
    return database.write(
        handle -> {
          boolean changed = sent(handle, job.parcel(), receipt, clock.millis());
          if (changed) {
            evidence.record(
                handle, EvidenceEntry.of("hub", "fax-sent", job.parcel(), "receipt", receipt));
            closeQuestions(handle, job.parcel());
          }
          return changed;
        });
  }

  static boolean sent(Handle handle, String parcel, String receipt, long now) {
    return handle
            .createUpdate(
                "UPDATE fax_job SET state = 'SENT', sent_at = :now, receipt = :receipt WHERE"
                    + " parcel_id = :parcel AND state <> 'SENT'")
            .bind("now", now)
            .bind("receipt", receipt)
            .bind("parcel", parcel)
            .execute()
        == 1;
  }

  private void closeQuestions(Handle handle, String parcel) {
    handle
        .createQuery(
            "SELECT id FROM question WHERE kind = 'FAX_SENT' AND subject = :subject AND answered_at"
                + " IS NULL")
        .bind("subject", parcel)
        .mapTo(String.class)
        .list()
        .forEach(id -> Questions.close(handle, id, Answers.SENT, clock.millis()));
  }

  /**
   * An attempt is reported to have failed. A report about another than the last one changes
   * nothing.
   *
   * @param attempt the attempt's name
   * @param receipt what proves the report
   * @param wait how long until the next attempt
   * @return whether it was the last one's
   */
  public boolean failed(FaxJob job, String attempt, String receipt, Duration wait) {
    if (FaxJob.numberOf(attempt) != job.attempt() || job.state() == FaxJob.State.SENT) {
      return false;
    }
    note(
        job,
        FaxJob.State.WAITING,
        null,
        clock.instant().plus(wait),
        EvidenceEntry.of(
            "hub", "fax-failed", job.parcel(), "attempt", attempt, "receipt", receipt));
    return true;
  }

  /** Asks a person what became of a job, which waits for the answer. */
  public Question ask(FaxJob job, Doubt doubt) {
    return database.write(handle -> ask(handle, job, doubt));
  }

  private Question ask(Handle handle, FaxJob job, Doubt doubt) {
    handle
        .createUpdate("UPDATE fax_job SET state = 'ASKED' WHERE parcel_id = :parcel")
        .bind("parcel", job.parcel())
        .execute();
    return questions.ask(
        handle,
        doubt.office(),
        Question.Kind.FAX_SENT,
        job.parcel(),
        doubt.text(),
        List.of(new Question.Line("", "送信先 " + doubt.addressee() + "、FAX 受付 " + job.name(), null)));
  }

  /** A person said what became of a job. */
  static void answered(Handle handle, String parcel, String question, String answer, long now) {
    switch (answer) {
      case Answers.SENT -> sent(handle, parcel, question, now);
      case Answers.TRY_AGAIN -> state(handle, parcel, FaxJob.State.WAITING, now);
      default -> {
        state(handle, parcel, FaxJob.State.GIVEN_UP, now);
        Parcels.state(handle, parcel, Parcel.State.GIVEN_UP);
      }
    }
  }

  private static void state(Handle handle, String parcel, FaxJob.State state, long now) {
    handle
        .createUpdate(
            "UPDATE fax_job SET state = :state, next_at = :now WHERE parcel_id = :parcel AND state ="
                + " 'ASKED'")
        .bind("state", state.name())
        .bind("now", now)
        .bind("parcel", parcel)
        .execute();
  }

  private static Optional<FaxJob> one(Handle handle, String column, String value) {
    return handle
        .createQuery("SELECT * FROM fax_job WHERE " + column + " = :value")
        .bind("value", value)
        .map((row, context) -> job(row))
        .findOne();
  }

  private static FaxJob job(ResultSet row) throws SQLException {
    String boxes = row.getString("boxes_id");
    long sentAt = row.getLong("sent_at");
    return new FaxJob(
        row.getString("parcel_id"),
        row.getString("job"),
        FaxJob.State.valueOf(row.getString("state")),
        row.getInt("attempt"),
        Instant.ofEpochMilli(row.getLong("next_at")),
        new ContentId(row.getString("content_id")),
        boxes == null ? null : new ContentId(boxes),
        row.getInt("pages"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        sentAt == 0 ? null : Instant.ofEpochMilli(sentAt),
        row.getString("receipt"));
  }
}
