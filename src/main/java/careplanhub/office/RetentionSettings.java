package careplanhub.office;

import java.time.Duration;

/**
 * How long things are kept.
 *
 * @param exchanged raw bytes and rows of what was sent and received
 * @param done files in done/
 * @param error files in error/
 * @param inbox files in inbox/ that the care software does not take away
 * @param purgeInterval how often what is older is removed
 */
public record RetentionSettings(
    Duration exchanged, Duration done, Duration error, Duration inbox, Duration purgeInterval) {
  public RetentionSettings {
    SettingLimits.positive("exchanged", exchanged);
    SettingLimits.positive("done", done);
    SettingLimits.positive("error", error);
    SettingLimits.positive("inbox", inbox);
    SettingLimits.positive("purgeInterval", purgeInterval);
  }
}
