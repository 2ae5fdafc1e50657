package careplanhub.office;

import careplanhub.standard.AttachmentKinds;
import java.time.Duration;
import java.util.List;

/**
 * What may travel beside the files of the standard.
 *
 * @param messageCharacters the longest message (メッセージ)
 * @param maximumSize of one attachment, sent or received
 * @param maximumFiles attachments of one parcel
 * @param otherKinds endings of files that may go between partners who agreed to them, beside
 *     pictures and PDF; none by default
 * @param aloneAfter how long attachments wait for a send unit to the same addressee before they go
 *     by themselves
 * @param maximumParcelSize of one parcel; a send unit that is greater is split between its users,
 *     and attachments that would make a parcel greater go by themselves
 * @param maximumParcelFiles the same for the number of its files
 */
public record AttachmentSettings(
    int messageCharacters,
    DataSize maximumSize,
    int maximumFiles,
    List<String> otherKinds,
    Duration aloneAfter,
    DataSize maximumParcelSize,
    int maximumParcelFiles) {
  public AttachmentSettings {
    SettingLimits.positive("messageCharacters", messageCharacters);
    SettingLimits.positive("maximumSize", maximumSize.bytes());
    SettingLimits.positive("maximumFiles", maximumFiles);
    SettingLimits.check(
        "otherKinds",
        AttachmentKinds.data().otherEndings().containsAll(otherKinds),
        "使えるのは txt, docx, xlsx, pptx, zip, doc, xls です。");
    SettingLimits.positive("aloneAfter", aloneAfter);
    SettingLimits.positive("maximumParcelSize", maximumParcelSize.bytes());
    SettingLimits.positive("maximumParcelFiles", maximumParcelFiles);
    otherKinds = List.copyOf(otherKinds);
  }
}
