package careplanhub.office;

import careplanhub.standard.AttachmentKinds;
import java.time.Duration;
import java.util.List;

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
 * @param messageCharacters the longest message
 * @param maximumAttachmentSize of a file that is no CSV
 * @param otherKinds endings of files that may go to partners who agreed to them, beside CSV,
 *     pictures and PDF
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
    Duration clockTolerance,
    int messageCharacters,
    DataSize maximumAttachmentSize,
    List<String> otherKinds) {
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
    SettingLimits.positive("messageCharacters", messageCharacters);
    SettingLimits.positive("maximumAttachmentSize", maximumAttachmentSize.bytes());
    SettingLimits.check(
        "otherKinds",
        AttachmentKinds.data().otherEndings().containsAll(otherKinds),
        "使えるのは txt, docx, xlsx, pptx, zip, doc, xls です。");
    otherKinds = List.copyOf(otherKinds);
  }
}
