package careplanhub.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A clock for measuring waits only: nobody can set it, and it begins at no meaningful moment. */
final class SteadyClock extends Clock {
  private final LongSupplier nanoTime;
  private final long beginning;

  SteadyClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.beginning = nanoTime.getAsLong();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanoTime.getAsLong() - beginning);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
