package careplanhub.hub;

import careplanhub.ledger.Postponements;
import careplanhub.office.HubSettings;
import java.time.Clock;
import java.time.Duration;

/**
 * Lets nothing in the ledger wait longer than the settings say, also when the machine's clock was
 * set back meanwhile. Safe for every thread.
 */
public final class Patience {
  private final Postponements postponements;
  private final Duration longest;
  private final Clock clock;

  Patience(Postponements postponements, HubSettings settings, Clock clock) {
    this.postponements = postponements;
    Duration retry = settings.dispatch().retryMaximumDelay();
    Duration settle = settings.intake().unitSettleTime();
    this.longest = retry.compareTo(settle) > 0 ? retry : settle;
    this.clock = clock;
  }

  /** Brings forward what a clock that was wrong has put off. */
  public void keep() {
    postponements.endAt(clock.instant().plus(longest));
  }
}
