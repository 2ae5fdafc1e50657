package careplanhub.office;

import java.time.Duration;

/**
 * When the hub tells people that something is wrong, and by which ways.
 *
 * @param checkInterval between two looks for what is wrong
 * @param settleTime what is over again within this time is not told
 * @param interval the least time between two digests to the same recipient
 * @param repeatAfter how long after it was told something that lasts is told again
 * @param maximumLines the most lines of a digest; what is left comes with the next one
 * @param maximumDigestsPerDay the most digests to one recipient within 24 hours
 * @param retryDelay after a digest that could not be sent
 * @param maximumAlarms the most that one rule raises at a time
 * @param kept how long the ledger keeps what is over
 * @param silence what should have been sent or should have come
 * @param late what should have gone on
 * @param mail the mail server that carries digests
 * @param webhook the service that gets everything as JSON
 */
public record AlarmSettings(
    Duration checkInterval,
    Duration settleTime,
    Duration interval,
    Duration repeatAfter,
    int maximumLines,
    int maximumDigestsPerDay,
    Duration retryDelay,
    int maximumAlarms,
    Duration kept,
    SilenceSettings silence,
    LateSettings late,
    AlarmMailSettings mail,
    AlarmWebhookSettings webhook) {
  public AlarmSettings {
    SettingLimits.positive("checkInterval", checkInterval);
    SettingLimits.positive("interval", interval);
    SettingLimits.check(
        "repeatAfter",
        repeatAfter.compareTo(Duration.ofDays(1)) >= 0,
        "同じことを知らせ直すのは 1 日に 1 回までです。1d 以上を書いてください。");
    SettingLimits.positive("maximumLines", maximumLines);
    SettingLimits.positive("maximumDigestsPerDay", maximumDigestsPerDay);
    SettingLimits.positive("retryDelay", retryDelay);
    SettingLimits.positive("maximumAlarms", maximumAlarms);
    SettingLimits.positive("kept", kept);
  }
}
