package careplanhub.ledger;

import careplanhub.store.ContentId;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parcel on its way out by FAX.
 *
 * @param parcel its parcel's id
 * @param name what its attempts are called by
 * @param state how far it is
 * @param attempt the last attempt that began; 0 before the first
 * @param nextAt when the next attempt begins, or how long a report is waited for
 * @param content the printed pages, in the vault
 * @param boxes what the boxes of its result sheets stand for, in the vault; null when it has none
 * @param pages how many pages it has
 * @param madeAt when it was printed
 * @param sentAt when it was sent, as far as is known; null before
 * @param receipt by what that is known; empty before
 */
public record FaxJob(
    String parcel,
    String name,
    State state,
    int attempt,
    Instant nextAt,
    ContentId content,
    @Nullable ContentId boxes,
    int pages,
    Instant madeAt,
    @Nullable Instant sentAt,
    String receipt) {
  /** Letters, digits and a hyphen: the job, and which attempt. */
  private static final Pattern ATTEMPT = Pattern.compile("([0-9a-f]{12})-([0-9]{1,6})");

  private static final int NAME_LENGTH = 12;

  /** How far a job is. */
  public enum State {
    /** Its next attempt begins at {@link FaxJob#nextAt}. */
    WAITING,
    /** An attempt began; whether it was handed on is not noted yet. */
    BEGUN,
    /** Handed on; a report is waited for until {@link FaxJob#nextAt}. */
    HANDED_ON,
    /** A person has to say what became of it. */
    ASKED,
    SENT,
    GIVEN_UP
  }

  /** The name of a parcel's job. */
  static String nameOf(String parcel) {
    return parcel.replace("-", "").substring(0, NAME_LENGTH);
  }

  /** The job after {@link FaxJobs#begin}. */
  public FaxJob begun() {
    return new FaxJob(
        parcel,
        name,
        State.BEGUN,
        attempt + 1,
        nextAt,
        content,
        boxes,
        pages,
        madeAt,
        sentAt,
        receipt);
  }

  /** What the attempt after the last is called. */
  public String nextAttempt() {
    return name + "-" + (attempt + 1);
  }

  /** What the last attempt is called. */
  public String lastAttempt() {
    return name + "-" + attempt;
  }

  /** The job's name in that of an attempt; empty when it is none. */
  static String jobOf(String attempt) {
    Matcher parts = ATTEMPT.matcher(attempt);
    return parts.matches() ? parts.group(1) : "";
  }

  /** The number in the name of an attempt, which must be one. */
  static int numberOf(String attempt) {
    return Integer.parseInt(attempt.substring(NAME_LENGTH + 1));
  }
}
