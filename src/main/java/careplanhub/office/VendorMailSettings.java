package careplanhub.office;

import java.time.Duration;

/**
 * How routes fetch attachments from mailboxes.
 *
 * @param maximumMessages how many messages one look takes
 * @param maximumAttachments a message with more is refused
 * @param maximumAttachmentSize a message with a greater attachment is refused
 * @param maximumMessageSize a message that is greater on its server is refused
 * @param refusalsShown how long health tells of the last message that was refused
 */
public record VendorMailSettings(
    int maximumMessages,
    int maximumAttachments,
    DataSize maximumAttachmentSize,
    DataSize maximumMessageSize,
    Duration refusalsShown) {
  public VendorMailSettings {
    SettingLimits.positive("maximumMessages", maximumMessages);
    SettingLimits.positive("maximumAttachments", maximumAttachments);
    SettingLimits.positive("maximumAttachmentSize", maximumAttachmentSize.bytes());
    SettingLimits.positive("maximumMessageSize", maximumMessageSize.bytes());
    SettingLimits.positive("refusalsShown", refusalsShown);
  }
}
