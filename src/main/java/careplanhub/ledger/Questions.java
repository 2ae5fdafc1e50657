package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What waits for a person, and the answers. Safe for every thread. */
public final class Questions {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Clock clock;
  private final Answers answers;

  public Questions(Database database, Vault vault, Evidence evidence, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.clock = clock;
    this.answers = new Answers(new LearntSupportOffices(database, vault, clock));
  }

  /** Asks; the unit of {@code question} waits from now on. Part of the caller's transaction. */
  Question ask(
      Handle handle,
      OfficeNumber office,
      Question.Kind kind,
      String subject,
      String text,
      List<Question.Line> lines) {
    Question question =
        new Question(freshId(), office, kind, subject, clock.instant(), text, lines);
    handle
        .createUpdate(
            "INSERT INTO question (id, office, kind, subject, asked_at, text_sealed) VALUES (:id,"
                + " :office, :kind, :subject, :now, :text)")
        .bind("id", question.id())
        .bind("office", office.value())
        .bind("kind", kind.name())
        .bind("subject", subject)
        .bind("now", question.askedAt().toEpochMilli())
        .bind("text", vault.seal(text))
        .execute();
    for (int position = 0; position < lines.size(); position++) {
      handle
          .createUpdate(
              "INSERT INTO question_line (question_id, position, subject_index, text_sealed) VALUES"
                  + " (:id, :position, :index, :text)")
          .bind("id", question.id())
          .bind("position", position)
          .bind("index", lines.get(position).subjectIndex())
          .bind("text", vault.seal(lines.get(position).text()))
          .execute();
    }
    evidence.record(
        handle,
        EvidenceEntry.of("hub", "asked", subject, "question", question.id(), "kind", kind.name()));
    return question;
  }

  /** Asks whether the users without errors may go; the unit waits. */
  public Question askAboutErrors(
      OutgoingUnit unit, String text, List<Question.Line> usersWithErrors) {
    return askAbout(unit, Question.Kind.USERS_WITH_ERRORS, text, usersWithErrors);
  }

  /** Asks what is to become of a unit, which waits. */
  public Question askAbout(
      OutgoingUnit unit, Question.Kind kind, String text, List<Question.Line> lines) {
    return database.write(
        handle -> {
          OutgoingUnits.state(handle, unit.id(), OutgoingUnit.State.WAITING);
          return ask(handle, unit.office(), kind, unit.id(), text, lines);
        });
  }

  /** Asks for support offices; those users become a unit that waits, the rest goes on. */
  public Question askForSupportOffices(
      OutgoingUnits units, OutgoingUnit unit, String text, List<Question.Line> users) {
    return database.write(
        handle -> {
          String rest =
              units.splitOff(
                  handle, unit, users.stream().map(Question.Line::subjectIndex).toList());
          return ask(handle, unit.office(), Question.Kind.SUPPORT_OFFICE, rest, text, users);
        });
  }

  /** All open questions, oldest first. */
  public List<Question> open() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM question WHERE answered_at IS NULL ORDER BY asked_at, id")
                .mapTo(String.class)
                .list()
                .stream()
                .map(id -> find(handle, id).orElseThrow())
                .toList());
  }

  /** The question of this id, open or not. */
  public Optional<Question> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  private Optional<Question> find(Handle handle, String id) {
    List<Question.Line> lines =
        handle
            .createQuery("SELECT * FROM question_line WHERE question_id = :id ORDER BY position")
            .bind("id", id)
            .map(
                (row, context) ->
                    new Question.Line(
                        row.getString("subject_index"),
                        vault.unseal(row.getString("text_sealed")),
                        row.getString("answer")))
            .list();
    return handle
        .createQuery("SELECT * FROM question WHERE id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Question(
                    row.getString("id"),
                    new OfficeNumber(row.getString("office")),
                    Question.Kind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    Instant.ofEpochMilli(row.getLong("asked_at")),
                    vault.unseal(row.getString("text_sealed")),
                    lines))
        .findOne();
  }

  /**
   * Notes the answer to one line; with the last one the question is closed and what waited goes on,
   * in the same transaction.
   *
   * @param answer one that {@link Answers#isPossible} takes
   * @param actor who answered, as the evidence shall say
   */
  public void answer(Question question, int position, String answer, String actor) {
    database.write(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE question_line SET answer = :answer WHERE question_id = :id AND position ="
                      + " :position")
              .bind("answer", answer)
              .bind("id", question.id())
              .bind("position", position)
              .execute();
          evidence.record(
              handle,
              EvidenceEntry.of(
                  actor,
                  "answered",
                  question.subject(),
                  "question",
                  question.id(),
                  "line",
                  String.valueOf(position + 1),
                  "answer",
                  answer));
          answers.applyLine(handle, question, question.lines().get(position), answer);
          if (closes(handle, question)) {
            answers.applyWhole(handle, question, answer);
          }
          return null;
        });
  }

  private boolean closes(Handle handle, Question question) {
    return handle
            .createUpdate(
                "UPDATE question SET answered_at = :now WHERE id = :id AND answered_at IS NULL AND"
                    + " NOT EXISTS (SELECT 1 FROM question_line WHERE question_id = :id AND answer"
                    + " IS NULL)")
            .bind("now", clock.millis())
            .bind("id", question.id())
            .execute()
        == 1;
  }

  /** What a person last decided about a unit or a parcel, empty when nobody was asked. */
  public Optional<String> decision(String subject, Question.Kind kind) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT l.answer FROM question q JOIN question_line l ON l.question_id = q.id"
                        + " WHERE q.subject = :subject AND q.kind = :kind AND q.answered_at IS NOT"
                        + " NULL ORDER BY q.answered_at DESC LIMIT 1")
                .bind("subject", subject)
                .bind("kind", kind.name())
                .mapTo(String.class)
                .findOne());
  }

  private static String freshId() {
    return "Q" + String.format(Locale.ROOT, "%08d", RANDOM.nextInt(100_000_000));
  }
}
