package careplanhub.hub;

import careplanhub.office.DispatchSettings;
import careplanhub.office.OfficeChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long an office's questions to one of its channels wait after failures; a clock that was set
 * back makes no wait longer. Safe for every thread.
 */
final class ChannelWaits {
  private record Wait(int failures, Instant until) {}

  private final DispatchSettings settings;
  private final Clock clock;
  private final Map<OfficeChannel, Wait> waits = new ConcurrentHashMap<>();

  ChannelWaits(DispatchSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  boolean isOver(OfficeChannel office) {
    Wait wait = waits.get(office);
    Instant now = clock.instant();
    return wait == null
        || !wait.until().isAfter(now)
        || wait.until().isAfter(now.plus(settings.retryMaximumDelay()));
  }

  void succeeded(OfficeChannel office) {
    waits.remove(office);
  }

  void failed(OfficeChannel office) {
    waits.compute(
        office,
        (same, before) -> {
          int failures = before == null ? 1 : before.failures() + 1;
          return new Wait(failures, clock.instant().plus(settings.delayAfter(failures)));
        });
  }
}
