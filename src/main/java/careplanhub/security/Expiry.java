package careplanhub.security;

import java.time.Duration;
import java.time.Instant;

/**
 * The end of a certificate or a revocation list, seen from a moment.
 *
 * @param notAfter its last moment
 * @param daysLeft whole days to that moment; negative when it is over
 * @param warning how urgent a renewal is
 */
public record Expiry(Instant notAfter, long daysLeft, Warning warning) {

  /** How urgent a renewal is: the steps at 90, 60, 30 and 7 days. */
  public enum Warning {
    NONE(Integer.MAX_VALUE),
    WITHIN_90_DAYS(90),
    WITHIN_60_DAYS(60),
    WITHIN_30_DAYS(30),
    WITHIN_7_DAYS(7),
    EXPIRED(0);

    private final int days;

    Warning(int days) {
      this.days = days;
    }

    static Warning of(Duration left) {
      Warning warning = NONE;
      for (Warning step : values()) {
        if (step != NONE && left.compareTo(Duration.ofDays(step.days)) < 0) {
          warning = step;
        }
      }
      return warning;
    }
  }

  static Expiry of(Instant notAfter, Instant now) {
    Duration left = Duration.between(now, notAfter);
    long days = Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    return new Expiry(notAfter, days, Warning.of(left));
  }
}
