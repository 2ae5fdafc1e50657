package careplanhub.office;

import java.time.Duration;

/** What every setting of its kind must keep to. */
final class SettingLimits {
  private SettingLimits() {}

  static void positive(String field, Duration value) {
    check(field, !value.isZero() && !value.isNegative(), "0 より長い時間を書いてください。");
  }

  static void positive(String field, long value) {
    check(field, value > 0, "1 以上の数を書いてください。");
  }

  static void check(String field, boolean right, String message) {
    if (!right) {
      throw new InvalidSettingException(field, message);
    }
  }
}
