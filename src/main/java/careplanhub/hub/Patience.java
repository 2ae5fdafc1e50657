package careplanhub.hub;

import careplanhub.ledger.Postponements;
import careplanhub.office.HubSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Lets nothing in the ledger wait longer than the settings say, also when the machine's clock was
 * set back meanwhile. Safe for every thread.
 */
public final class Patience {
  private final Postponements postponements;
  private final Duration attempt;
  private final Duration unit;
  private final Clock clock;

  Patience(Postponements postponements, HubSettings settings, Clock clock) {
    this.postponements = postponements;
    this.attempt = settings.dispatch().retryMaximumDelay();
    this.unit =
        Stream.of(
                attempt,
                settings.intake().unitSettleTime(),
                settings.intake().satelliteSettleTime())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    this.clock = clock;
  }

  /** Brings forward what a clock that was wrong has put off. */
  public void keep() {
    Instant now = clock.instant();
    postponements.endAt(now.plus(attempt), now.plus(unit));
  }
}
