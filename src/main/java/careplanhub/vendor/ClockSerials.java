package careplanhub.vendor;

import careplanhub.standard.Serial;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Serials of the clock, one second after the last where the clock has not moved on. They are unique
 * within one process only. Safe for use from several threads.
 */
public final class ClockSerials implements SerialSource {
  private final Clock clock;
  private LocalDateTime last = LocalDateTime.MIN;

  public ClockSerials(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Serial next() {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    last = now.isAfter(last) ? now : last.plusSeconds(1);
    return Serial.of(last);
  }
}
