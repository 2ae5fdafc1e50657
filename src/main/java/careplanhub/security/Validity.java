package careplanhub.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time in which a certificate holds: from and to, both included, in whole seconds. */
public record Validity(Instant from, Instant to) {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  public Validity {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("A certificate ends after it begins.");
    }
  }

  /** From a little before now, because clocks of machines differ, for this many years. */
  public static Validity years(Clock clock, int years) {
    Instant now = clock.instant();
    return new Validity(
        now.minus(CLOCKS_DIFFER), now.atZone(ZoneId.of("UTC")).plusYears(years).toInstant());
  }
}
