package careplanhub.office;

import java.time.Duration;

/**
 * How routes fetch exports from folders and servers.
 *
 * @param pollInterval between two looks
 * @param quietPeriod how long a file there must not have changed
 * @param connectTimeout for a connection
 * @param answerTimeout for an answer
 * @param maximumFiles how many files one look fetches
 * @param failuresBeforePause after so many failed looks in a row a route pauses
 * @param pausedPolls for so many looks
 */
public record VendorRouteSettings(
    Duration pollInterval,
    Duration quietPeriod,
    Duration connectTimeout,
    Duration answerTimeout,
    int maximumFiles,
    int failuresBeforePause,
    int pausedPolls) {
  public VendorRouteSettings {
    SettingLimits.positive("pollInterval", pollInterval);
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("answerTimeout", answerTimeout);
    SettingLimits.positive("maximumFiles", maximumFiles);
    SettingLimits.positive("failuresBeforePause", failuresBeforePause);
    SettingLimits.positive("pausedPolls", pausedPolls);
  }
}
