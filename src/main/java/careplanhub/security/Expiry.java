package careplanhub.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The end of a certificate or a revocation list, seen from a moment.
 *
 * @param notAfter its last moment
 * @param daysLeft whole days to that moment; negative when it is over
 * @param reached the shortest of the times before the end at which a person is warned that has
 *     begun; zero when the end is over, empty when none has begun
 */
public record Expiry(Instant notAfter, long daysLeft, Optional<Duration> reached) {

  /**
   * The end as it is seen now.
   *
   * @param warnBefore how long before the end a person is warned, in any order
   */
  public static Expiry of(Instant notAfter, Instant now, List<Duration> warnBefore) {
    Duration left = Duration.between(now, notAfter);
    long days = Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    Optional<Duration> reached =
        left.isNegative()
            ? Optional.of(Duration.ZERO)
            : warnBefore.stream()
                .filter(before -> left.compareTo(before) < 0)
                .min(Comparator.naturalOrder());
    return new Expiry(notAfter, days, reached);
  }

  public boolean isOver() {
    return daysLeft < 0;
  }
}
