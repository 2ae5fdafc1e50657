package careplanhub.office;

import java.time.Duration;

/**
 * The lists 送信一覧 and 受信一覧 of each office.
 *
 * @param maximumRows the newest so many rows are shown
 * @param refreshInterval a changed list is written at most so often
 */
public record ListSettings(int maximumRows, Duration refreshInterval) {
  public ListSettings {
    SettingLimits.positive("maximumRows", maximumRows);
    SettingLimits.positive("refreshInterval", refreshInterval);
  }
}
