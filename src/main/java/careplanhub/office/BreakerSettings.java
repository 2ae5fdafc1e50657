package careplanhub.office;

import java.time.Duration;

/**
 * When a host that is not reached is left alone for a while; the same for every channel.
 *
 * @param window how many of the last calls are looked at
 * @param minimumCalls fewer calls tell nothing
 * @param failurePercent from this share of them on the host is left alone
 * @param pause for how long
 * @param trialCalls how many calls then try whether it is back
 */
public record BreakerSettings(
    int window, int minimumCalls, int failurePercent, Duration pause, int trialCalls) {
  public BreakerSettings {
    SettingLimits.positive("window", window);
    SettingLimits.check(
        "minimumCalls", minimumCalls > 0 && minimumCalls <= window, "1 から window までの数を書いてください。");
    SettingLimits.check(
        "failurePercent", failurePercent > 0 && failurePercent <= 100, "1 から 100 までの数を書いてください。");
    SettingLimits.positive("pause", pause);
    SettingLimits.positive("trialCalls", trialCalls);
  }
}
