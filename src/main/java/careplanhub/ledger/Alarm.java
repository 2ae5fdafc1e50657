package careplanhub.ledger;

import careplanhub.standard.OfficeNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are to be told, or were.
 *
 * @param raised what it is
 * @param beganAt since when
 * @param endedAt when it was over; null while it lasts
 */
public record Alarm(Raised raised, Instant beganAt, @Nullable Instant endedAt) {
  /** What an alarm is about. */
  public enum Kind {
    /** An office that usually sends has sent nothing this month. */
    NOTHING_SENT("送信がない"),
    /** Nothing was sent to a partner by the day agreed with it. */
    AGREED_DAY("約束の日までに送っていない"),
    /** Nothing came from a partner from whom something comes every month. */
    NOTHING_RECEIVED("来るはずのものが来ない"),
    /** A parcel has not got the light that it should have by now. */
    LATE_LIGHT("送ったものが進まない"),
    /** A question or a file in an error folder waits for a person. */
    UNANSWERED("人の対応を待っている"),
    /** A login waits for a person's one-time password. */
    ONE_TIME_PASSWORD("ワンタイムパスワードを待っている"),
    /** A certificate, a key or a revocation list. */
    CERTIFICATE("証明書と鍵"),
    /** A licence for the relay. */
    LICENCE("利用許可（ライセンス）"),
    /** What health tells: disk, evidence, folders, channels and so on. */
    STATE("稼働状態"),
    /** Digests cannot be sent one way. */
    ALARM_CHANNEL("知らせが送れない"),
    /** A rule could not be looked at. */
    WATCH("見張りができない");

    private final String japanese;

    Kind(String japanese) {
      this.japanese = japanese;
    }

    /** What staff call it. */
    public String japanese() {
      return japanese;
    }
  }

  /**
   * What is wrong now.
   *
   * @param id the same as long as it is the same matter, at most 200 characters
   * @param kind what it is about
   * @param office whom it concerns; null when it concerns the whole hub
   * @param step another word when it got worse, so that it is told at once; may be empty
   * @param sentence Japanese: what is wrong and what to do; names no person and no file
   */
  public record Raised(
      String id, Kind kind, @Nullable OfficeNumber office, String step, String sentence) {}

  /** Whether it still lasts. */
  public boolean isOpen() {
    return endedAt == null;
  }
}
