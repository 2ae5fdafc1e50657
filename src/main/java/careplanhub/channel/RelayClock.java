package careplanhub.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How far the relay's clock is from ours, as its answers show, and its times as our clock would
 * have shown them: a list that puts one machine's times beside another's would lie. Small
 * differences are left alone. Safe for use from several threads.
 */
final class RelayClock {
  private final Clock clock;
  private final Duration tolerance;
  private volatile Duration ahead = Duration.ZERO;

  RelayClock(Clock clock, Duration tolerance) {
    this.clock = clock;
    this.tolerance = tolerance;
  }

  /** Notes what the relay's clock shows now. */
  void shows(Instant relayTime) {
    Duration difference = Duration.between(clock.instant(), relayTime);
    ahead = difference.abs().compareTo(tolerance) > 0 ? difference : Duration.ZERO;
  }

  /** One of the relay's times, by our clock. */
  Instant here(Instant relayTime) {
    return relayTime.minus(ahead);
  }

  /** Japanese: that the clocks differ; empty when they do not. */
  String warning() {
    Duration now = ahead;
    return now.isZero()
        ? ""
        : "連携基盤の時計が、この機械より "
            + Math.max(1, now.abs().toMinutes())
            + " 分"
            + (now.isNegative() ? "遅れて" : "進んで")
            + "います。送信日時・受信日時はこの機械の時計に直して示しています。この機械の時計が正しいか確かめてください。";
  }
}
