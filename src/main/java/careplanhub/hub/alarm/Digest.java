package careplanhub.hub.alarm;

import careplanhub.ledger.AlarmNews;
import java.time.Instant;

/**
 * What one recipient is told at once.
 *
 * @param id the same at every attempt
 * @param recipient whom
 * @param news what
 * @param left how many lines had no room
 * @param madeAt when
 * @param test whether it only tries the way
 */
public record Digest(
    String id, Recipient recipient, AlarmNews news, int left, Instant madeAt, boolean test) {
  /** The route that carries it is {@code direct:alarm-} and this. */
  public String way() {
    return recipient.way().word();
  }

  /** What a log may say of it. */
  @Override
  public String toString() {
    return "Digest[" + id + "]";
  }
}
