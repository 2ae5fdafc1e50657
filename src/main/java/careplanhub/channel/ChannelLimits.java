package careplanhub.channel;

import java.time.Duration;

/**
 * The bounds of calls over channels.
 *
 * @param listedEntries after so many entries no further page of a list is asked for; default 10,000
 * @param routeWait how long a call waits for its route, as while a route file is loaded again;
 *     default 5 s
 */
public record ChannelLimits(int listedEntries, Duration routeWait) {
  public ChannelLimits {
    if (listedEntries < 1 || routeWait.isNegative()) {
      throw new IllegalArgumentException("listedEntries must be at least 1, routeWait at least 0.");
    }
  }

  public static ChannelLimits defaults() {
    return new ChannelLimits(10_000, Duration.ofSeconds(5));
  }
}
