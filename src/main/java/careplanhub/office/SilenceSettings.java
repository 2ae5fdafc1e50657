package careplanhub.office;

import java.time.Duration;

/**
 * When silence is an alarm. The exchange of a month begins at the end of the month before.
 *
 * @param monthBegins the day of the month before with which the exchange of a month begins
 * @param sendDay the day of the month by which an office has sent something
 * @param sendHour the hour of that day, in Japan's time
 * @param months who sent in each of so many months before is expected to send again
 * @param grace how much later than the latest of those months a partner may send
 */
public record SilenceSettings(
    int monthBegins, int sendDay, int sendHour, int months, Duration grace) {
  public SilenceSettings {
    SettingLimits.check(
        "monthBegins", monthBegins >= 2 && monthBegins <= 28, "2 から 28 までの数を書いてください。");
    SettingLimits.check(
        "sendDay", sendDay >= 1 && sendDay < monthBegins, "1 から、monthBegins の前の日までの数を書いてください。");
    SettingLimits.check("sendHour", sendHour >= 0 && sendHour <= 23, "0 から 23 までの数を書いてください。");
    SettingLimits.check("months", months >= 1 && months <= 24, "1 から 24 までの数を書いてください。");
    SettingLimits.check("grace", !grace.isNegative(), "時間を 2d のように書いてください。");
  }
}
