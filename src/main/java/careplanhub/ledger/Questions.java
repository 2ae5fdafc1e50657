package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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
    this.answers =
        new Answers(
            new LearntSupportOffices(database, vault, clock),
            new ConfirmedUsers(database, vault, clock),
            new ConfirmedPartners(database, vault, clock),
            vault,
            clock);
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
              "INSERT INTO question_line (question_id, position, subject_index, text_sealed,"
                  + " words_sealed) VALUES (:id, :position, :index, :text, :words)")
          .bind("id", question.id())
          .bind("position", position)
          .bind("index", lines.get(position).subjectIndex())
          .bind("text", vault.seal(lines.get(position).text()))
          .bind("words", sealed(lines.get(position).words()))
          .execute();
    }
    evidence.record(
        handle,
        EvidenceEntry.of("hub", "asked", subject, "question", question.id(), "kind", kind.name()));
    return question;
  }

  private @Nullable String sealed(@Nullable UserWords words) {
    return words == null ? null : words.sealed(vault);
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

  /** Asks whether a reception is still wanted, which waits. */
  public Question askAbout(Reception reception, Question.Kind kind, String text, String line) {
    return database.write(
        handle -> {
          Receptions.state(handle, reception.id(), Reception.State.WAITING);
          return ask(
              handle,
              reception.office(),
              kind,
              reception.id(),
              text,
              List.of(new Question.Line("", line, null)));
        });
  }

  /**
   * Tells a person what is to be done about a reception, which does not wait for the answer; said
   * twice, it is asked once.
   *
   * @return empty when it was asked before
   */
  public Optional<Question> tell(
      Reception reception, Question.Kind kind, String text, String line) {
    return database.write(
        handle -> {
          boolean told =
              handle
                  .createQuery("SELECT 1 FROM question WHERE subject = :id AND kind = :kind")
                  .bind("id", reception.id())
                  .bind("kind", kind.name())
                  .mapTo(Integer.class)
                  .findFirst()
                  .isPresent();
          return told
              ? Optional.empty()
              : Optional.of(
                  ask(
                      handle,
                      reception.office(),
                      kind,
                      reception.id(),
                      text,
                      List.of(new Question.Line("", line, null))));
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

  /**
   * Asks who is meant by words; their records become a unit that waits, the rest goes on. Words
   * about which the office is asked already are not asked again.
   *
   * @return empty when nothing new is asked
   */
  public Optional<Question> askWhoIsMeant(
      OutgoingUnits units, OutgoingUnit unit, String text, List<Question.Line> words) {
    return database.write(
        handle -> {
          String rest =
              units.splitOff(
                  handle, unit, words.stream().map(Question.Line::subjectIndex).toList());
          Set<String> asked = askedWords(handle, unit.office());
          List<Question.Line> fresh =
              words.stream().filter(line -> !asked.contains(line.subjectIndex())).toList();
          return fresh.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  ask(handle, unit.office(), Question.Kind.WHO_IS_MEANT, rest, text, fresh));
        });
  }

  private static Set<String> askedWords(Handle handle, OfficeNumber office) {
    return Set.copyOf(
        handle
            .createQuery(
                "SELECT DISTINCT l.subject_index FROM question q JOIN question_line l ON"
                    + " l.question_id = q.id WHERE q.office = :office AND q.kind = 'WHO_IS_MEANT'"
                    + " AND q.answered_at IS NULL AND l.answer IS NULL")
            .bind("office", office.value())
            .mapTo(String.class)
            .list());
  }

  private @Nullable UserWords words(@Nullable String sealed) {
    return sealed == null ? null : UserWords.unsealed(vault, sealed);
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
                        row.getString("answer"),
                        words(row.getString("words_sealed"))))
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
    answer(question, Map.of(position, answer), actor);
  }

  /**
   * The same for several lines together, so that what waited for them goes on at once.
   *
   * @param given answers by the positions of their lines
   */
  public void answer(Question question, Map<Integer, String> given, String actor) {
    database.write(
        handle -> {
          new TreeMap<>(given)
              .forEach((position, answer) -> note(handle, question, position, answer, actor));
          return null;
        });
  }

  private void note(Handle handle, Question question, int position, String answer, String actor) {
    Question.Line line = question.lines().get(position);
    handle
        .createUpdate(
            "UPDATE question_line SET answer = :answer WHERE question_id = :id AND position ="
                + " :position")
        .bind("answer", Answers.noted(question, line, answer))
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
            answers.proved(question, line, answer)));
    answers.applyLine(handle, question, line, answer);
    if (closes(handle, question)) {
      answers.applyWhole(handle, question, answer);
    }
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

  /** Closes the questions of other offices that ask the same about the same subject. */
  static void closeOthers(Handle handle, Question answered, String answer, long now) {
    handle
        .createQuery(
            "SELECT id FROM question WHERE kind = :kind AND subject = :subject AND answered_at IS"
                + " NULL")
        .bind("kind", answered.kind().name())
        .bind("subject", answered.subject())
        .mapTo(String.class)
        .list()
        .forEach(id -> close(handle, id, answer, now));
  }

  /** Closes a question that was answered another way. Part of the caller's transaction. */
  static void close(Handle handle, String id, String answer, long now) {
    handle
        .createUpdate("UPDATE question_line SET answer = :answer WHERE question_id = :id")
        .bind("answer", answer)
        .bind("id", id)
        .execute();
    handle
        .createUpdate("UPDATE question SET answered_at = :now WHERE id = :id")
        .bind("now", now)
        .bind("id", id)
        .execute();
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
