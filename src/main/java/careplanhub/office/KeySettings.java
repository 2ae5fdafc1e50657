package careplanhub.office;

import java.time.Duration;
import java.util.List;

/**
 * The offices' keys and certificates, and when a person is told of what comes to its end.
 *
 * @param warnBefore how long before the end of a certificate, a revocation list or a licence a
 *     person is warned, in any order; each step is a new warning
 * @param checkInterval how often what is told is looked at again
 * @param refusedCertificatePause how long a new certificate that the other side does not take is
 *     not tried again while the former one is good
 * @param maximumKeysPerOffice those given up and those whose time is over make room
 * @param maximumImportSize of a file with a certificate, a key or a revocation list
 */
public record KeySettings(
    List<Duration> warnBefore,
    Duration checkInterval,
    Duration refusedCertificatePause,
    int maximumKeysPerOffice,
    DataSize maximumImportSize) {
  public KeySettings {
    warnBefore = List.copyOf(warnBefore);
    SettingLimits.check(
        "warnBefore",
        !warnBefore.isEmpty()
            && warnBefore.stream().noneMatch(time -> time.isZero() || time.isNegative()),
        "時間を [90d, 60d, 30d, 7d] のように 1 つ以上書いてください。");
    SettingLimits.positive("checkInterval", checkInterval);
    SettingLimits.positive("refusedCertificatePause", refusedCertificatePause);
    SettingLimits.check(
        "maximumKeysPerOffice", maximumKeysPerOffice >= 2, "新旧が重なるので、2 以上の数を書いてください。");
    SettingLimits.positive("maximumImportSize", maximumImportSize.bytes());
  }
}
