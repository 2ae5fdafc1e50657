package careplanhub.office;

import java.time.Duration;

/**
 * How long things may take before a person is told.
 *
 * @param handOver until the channel has a parcel (渡した)
 * @param fetch from then until the partner fetched it (取得済), where that can be known
 * @param taken from then until its software took it (取込済), where that can be known
 * @param answer how long a question, a file in an error folder or a parcel that a person carries
 *     may wait for a person
 * @param forgetAfter what is older is not told any more
 */
public record LateSettings(
    Duration handOver, Duration fetch, Duration taken, Duration answer, Duration forgetAfter) {
  public LateSettings {
    SettingLimits.positive("handOver", handOver);
    SettingLimits.positive("fetch", fetch);
    SettingLimits.positive("taken", taken);
    SettingLimits.positive("answer", answer);
    SettingLimits.positive("forgetAfter", forgetAfter);
  }
}
