package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only a person can decide. While it is open its subject waits; other things go on.
 *
 * @param id short enough to type
 * @param office whose staff are asked
 * @param kind what is asked, and which answers there are
 * @param subject the unit or parcel that waits, or the addressee for whom parcels wait
 * @param askedAt when it was asked
 * @param text Japanese: what happened
 * @param lines what the answer is given for, at least one
 */
public record Question(
    String id,
    OfficeNumber office,
    Kind kind,
    String subject,
    Instant askedAt,
    String text,
    List<Line> lines) {

  /** What is asked. */
  public enum Kind {
    /** Some users' rows have errors: send the others, or refuse the unit. One line. */
    USERS_WITH_ERRORS,
    /** Who a user's support office is. One line a user; the answer is an office number. */
    SUPPORT_OFFICE,
    /** A channel refused a parcel for good: try again, take another channel, or give it up. */
    REFUSED_BY_CHANNEL,
    /**
     * Whether something that was sent is to be withdrawn: users whose results are in no export any
     * more, or what a person named. One line.
     */
    WITHDRAWAL,
    /** A satellite's results came without those of the others that were sent before. One line. */
    OTHER_SATELLITES,
    /** The rows of some users do not know the addressee: send all the same, or not. One line. */
    ADDRESSEE,
    /**
     * A unit came after a newer one of the same users was delivered: deliver it all the same, or
     * not. One line.
     */
    LATE_UNIT,
    /**
     * Which user words of a care software's layout mean. One line for each; the answer is the
     * user's two numbers.
     */
    WHO_IS_MEANT,
    /** Whether somebody made sure that an addressee exists. One line; the answer says who. */
    CONFIRM_PARTNER,
    /** Which channel reaches an addressee. One line. */
    CHOOSE_CHANNEL,
    /** Whether rows that differ from what was sent are to be sent. One line. */
    CORRECTION,
    /**
     * Whether somebody called a partner with whom a call before each correction is agreed. One
     * line; the answer says who.
     */
    CALL_FIRST,
    /** A delete came for something that never came: deliver it all the same, or not. One line. */
    UNKNOWN_DELETE,
    /**
     * A delete that the office's software cannot take, and that a person has to do there. Nothing
     * waits for the answer. One line.
     */
    DELETE_BY_HAND,
    /**
     * Whether a FAX number is the addressee's, before its first use. Two lines, both of which say
     * who checked.
     */
    CHECK_FAX_NUMBER,
    /** Whether a FAX was sent: no report came, or it failed too often. One line. */
    FAX_SENT,
    /**
     * Whether what was read of filled in sheets is right. One line for each line of a sheet; the
     * answer may be other days.
     */
    FAX_RESULTS,
    /** Whose a page is that tells no parcel. One line a page; the answer is an office of ours. */
    FAX_PAGE
  }

  /** The {@link Line#subjectIndex} of a line of {@link Kind#FAX_RESULTS} with doubtful boxes. */
  public static final String DOUBTFUL = "doubtful";

  /**
   * One line of a question.
   *
   * @param subjectIndex the user's index in the ledger, or empty
   * @param text Japanese: whom or what the line is about; personal data
   * @param answer null while it is open; of {@link Kind#WHO_IS_MEANT} only that there is one, since
   *     the ledger holds no numbers of people
   * @param words that the line asks about; null in questions about something else
   */
  public record Line(
      String subjectIndex, String text, @Nullable String answer, @Nullable UserWords words) {
    /** A line that asks about no words. */
    public Line(String subjectIndex, String text, @Nullable String answer) {
      this(subjectIndex, text, answer, null);
    }
  }

  public boolean isAnswered() {
    return lines.stream().allMatch(line -> line.answer() != null);
  }
}
