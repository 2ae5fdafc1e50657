package careplanhub.office;

import java.time.Duration;
import java.time.LocalDate;

/**
 * How parcels are sent.
 *
 * @param laneConcurrency how many lanes each stage serves at a time; those to one addressee get
 *     half of that at most; a lane has one parcel at a time, in order
 * @param sweepInterval how often the ledger is searched for what no message told
 * @param retryFirstDelay the wait after the first failure at a destination
 * @param retryFactor by how much each further wait is longer, at least 1
 * @param retryMaximumDelay the longest wait
 * @param lastDayOfVersion3 in Japan; after it files of V3.2 are refused, since the relay carries
 *     them no more
 */
public record DispatchSettings(
    int laneConcurrency,
    Duration sweepInterval,
    Duration retryFirstDelay,
    double retryFactor,
    Duration retryMaximumDelay,
    LocalDate lastDayOfVersion3) {
  public DispatchSettings {
    SettingLimits.positive("laneConcurrency", laneConcurrency);
    SettingLimits.positive("sweepInterval", sweepInterval);
    SettingLimits.positive("retryFirstDelay", retryFirstDelay);
    SettingLimits.check(
        "retryFactor", retryFactor >= 1 && retryFactor <= 100, "1 から 100 までの数を書いてください。");
    SettingLimits.check(
        "retryMaximumDelay",
        retryMaximumDelay.compareTo(retryFirstDelay) >= 0,
        "retryFirstDelay 以上の時間を書いてください。");
  }

  /**
   * The wait before another attempt.
   *
   * @param failures how many attempts in a row have failed, at least 1
   */
  public Duration delayAfter(int failures) {
    double millis =
        (double) retryFirstDelay.toMillis() * Math.pow(retryFactor, Math.max(0, failures - 1));
    return Duration.ofMillis((long) Math.min(millis, (double) retryMaximumDelay.toMillis()));
  }
}
