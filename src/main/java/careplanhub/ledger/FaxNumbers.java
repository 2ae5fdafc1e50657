package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import careplanhub.store.Database;
import careplanhub.store.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Which FAX numbers of partners a person checked twice before their first use. A number that
 * changes is a new one. Safe for every thread.
 */
public final class FaxNumbers {
  private static final String CHANGED = "番号が変わりました";

  private final Database database;
  private final Vault vault;
  private final Evidence evidence;
  private final Questions questions;
  private final Clock clock;

  public FaxNumbers(
      Database database, Vault vault, Evidence evidence, Questions questions, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.evidence = evidence;
    this.questions = questions;
    this.clock = clock;
  }

  /** What ledger and evidence know a number by. */
  public String index(String digits) {
    return vault.index("fax", digits);
  }

  /** Whether a person checked the number of this partner. */
  public boolean isChecked(OfficeNumber partner, String digits) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 FROM fax_number WHERE partner = :partner AND number_index = :index")
                .bind("partner", partner.value())
                .bind("index", index(digits))
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
  }

  /** Whether an office is asked about just this number of a partner. */
  public boolean isAsked(OfficeNumber office, OfficeNumber partner, String digits) {
    return database.read(
        handle -> asked(handle, office, partner).stream().anyMatch(has(index(digits))));
  }

  /**
   * The parcel waits until a person has checked the number twice.
   *
   * @param text Japanese: what is asked
   * @param lines Japanese: the number, as often as it is to be checked
   * @return the question, unless the office is asked already
   */
  public Optional<Question> ask(Parcel parcel, String digits, String text, List<String> lines) {
    String index = index(digits);
    return database.write(
        handle -> {
          Parcels.state(handle, parcel.id(), Parcel.State.WAITING);
          evidence.record(
              handle,
              EvidenceEntry.of(
                  "hub", "waits", parcel.id(), "kind", Question.Kind.CHECK_FAX_NUMBER.name()));
          List<Asked> asked = asked(handle, parcel.sender(), parcel.addressee());
          asked.stream()
              .filter(has(index).negate())
              .forEach(other -> Questions.close(handle, other.id(), CHANGED, clock.millis()));
          if (asked.stream().anyMatch(has(index))) {
            return Optional.empty();
          }
          return Optional.of(
              questions.ask(
                  handle,
                  parcel.sender(),
                  Question.Kind.CHECK_FAX_NUMBER,
                  parcel.addressee().value(),
                  text,
                  lines.stream().map(line -> new Question.Line(index, line, null)).toList()));
        });
  }

  private record Asked(String id, String index) {}

  private static Predicate<Asked> has(String index) {
    return asked -> asked.index().equals(index);
  }

  private static List<Asked> asked(Handle handle, OfficeNumber office, OfficeNumber partner) {
    return handle
        .createQuery(
            "SELECT DISTINCT q.id, l.subject_index FROM question q JOIN question_line l ON"
                + " l.question_id = q.id WHERE q.kind = 'CHECK_FAX_NUMBER' AND q.office = :office"
                + " AND q.subject = :partner AND q.answered_at IS NULL")
        .bind("office", office.value())
        .bind("partner", partner.value())
        .map((row, context) -> new Asked(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * All lines of a question are answered: the number holds when none of them says no.
   *
   * @return whether it holds
   */
  static boolean answered(Handle handle, Question question, long now) {
    boolean holds =
        handle
            .createQuery("SELECT answer FROM question_line WHERE question_id = :id")
            .bind("id", question.id())
            .mapTo(String.class)
            .list()
            .stream()
            .allMatch(Answers.CONFIRMED::equals);
    if (holds) {
      handle
          .createUpdate(
              "INSERT INTO fax_number (partner, number_index, checked_at) VALUES (:partner, :index,"
                  + " :now) ON CONFLICT (partner, number_index) DO NOTHING")
          .bind("partner", question.subject())
          .bind("index", question.lines().get(0).subjectIndex())
          .bind("now", now)
          .execute();
    }
    return holds;
  }
}
