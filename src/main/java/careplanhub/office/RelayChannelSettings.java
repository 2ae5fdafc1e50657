package careplanhub.office;

import java.time.Duration;

/**
 * The relay that the hub is a client of.
 *
 * @param baseUrl https address with the version, without a slash at the end
 * @param pollInterval between two questions for what has come
 * @param trackInterval between two looks at what became of what was sent
 * @param connectTimeout for a connection
 * @param responseTimeout for an answer
 * @param maximumResponseSize a greater answer is refused
 * @param tokenRefreshBefore how long before its end a login token is renewed
 * @param loginRetryDelay how long after a refused login the next one waits, since wrong tries lock
 *     the account
 * @param clockTolerance a relay's clock that is further off is told of, and its times are put right
 */
public record RelayChannelSettings(
    String baseUrl,
    Duration pollInterval,
    Duration trackInterval,
    Duration connectTimeout,
    Duration responseTimeout,
    DataSize maximumResponseSize,
    Duration tokenRefreshBefore,
    Duration loginRetryDelay,
    Duration clockTolerance) {
  public RelayChannelSettings {
    SettingLimits.check(
        "baseUrl",
        baseUrl.startsWith("https://") && !baseUrl.endsWith("/"),
        "https:// で始まり「/」で終わらないアドレスを書いてください。");
    SettingLimits.positive("pollInterval", pollInterval);
    SettingLimits.positive("trackInterval", trackInterval);
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("responseTimeout", responseTimeout);
    SettingLimits.positive("maximumResponseSize", maximumResponseSize.bytes());
    SettingLimits.positive("loginRetryDelay", loginRetryDelay);
    SettingLimits.positive("clockTolerance", clockTolerance);
  }
}
