package careplanhub.lab.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** A clock that is wrong by what {@link FaultFile} says at the moment it is read. */
final class FaultyClock extends Clock {
  private final Clock right;
  private final Supplier<Duration> offset;

  FaultyClock(Clock right, Supplier<Duration> offset) {
    this.right = right;
    this.offset = offset;
  }

  @Override
  public ZoneId getZone() {
    return right.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new FaultyClock(right.withZone(zone), offset);
  }

  @Override
  public Instant instant() {
    return right.instant().plus(offset.get());
  }
}
