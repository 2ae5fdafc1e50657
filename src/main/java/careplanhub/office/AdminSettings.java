package careplanhub.office;

import java.time.Duration;

/**
 * The hub's own web server: Hawtio, health and metrics.
 *
 * @param bindAddress 127.0.0.1: this machine only
 * @param port 0 takes any free one
 * @param sessionTimeout after which a login ends when nothing is done
 * @param healthInterval how often health is looked at again; health must tell within 10 s
 * @param maximumThreads of the server
 */
public record AdminSettings(
    String bindAddress,
    int port,
    Duration sessionTimeout,
    Duration healthInterval,
    int maximumThreads) {
  public AdminSettings {
    SettingLimits.check("port", port >= 0 && port <= 65535, "0 から 65535 までの数を書いてください。");
    SettingLimits.positive("sessionTimeout", sessionTimeout);
    SettingLimits.positive("healthInterval", healthInterval);
    SettingLimits.check(
        "healthInterval", healthInterval.compareTo(Duration.ofSeconds(10)) < 0, "10 秒より短くしてください。");
    SettingLimits.positive("maximumThreads", maximumThreads);
  }
}
