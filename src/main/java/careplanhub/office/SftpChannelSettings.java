package careplanhub.office;

import java.time.Duration;

/**
 * How parcels go over SFTP servers, and the bounds of what is taken from them.
 *
 * @param connectTimeout for a connection and its login
 * @param answerTimeout for an answer
 * @param maximumParcelSize of a parcel as it lies on the server
 * @param maximumContentSize of its files together, unpacked
 * @param maximumFiles in a parcel
 * @param maximumRatio how many times its size a parcel may hold, unpacked
 * @param maximumReceiptSize of a receipt
 * @param maximumNewParcels how many parcels that were not seen before one look opens
 * @param keptOnServer how long what is done with stays on the server
 * @param scanInterval how often partners, keys and route templates are looked at for changes
 */
public record SftpChannelSettings(
    Duration connectTimeout,
    Duration answerTimeout,
    DataSize maximumParcelSize,
    DataSize maximumContentSize,
    int maximumFiles,
    int maximumRatio,
    DataSize maximumReceiptSize,
    int maximumNewParcels,
    Duration keptOnServer,
    Duration scanInterval) {
  public SftpChannelSettings {
    SettingLimits.positive("connectTimeout", connectTimeout);
    SettingLimits.positive("answerTimeout", answerTimeout);
    SettingLimits.positive("maximumParcelSize", maximumParcelSize.bytes());
    SettingLimits.positive("maximumContentSize", maximumContentSize.bytes());
    SettingLimits.positive("maximumFiles", maximumFiles);
    SettingLimits.positive("maximumRatio", maximumRatio);
    SettingLimits.positive("maximumReceiptSize", maximumReceiptSize.bytes());
    SettingLimits.positive("maximumNewParcels", maximumNewParcels);
    SettingLimits.positive("keptOnServer", keptOnServer);
    SettingLimits.positive("scanInterval", scanInterval);
  }
}
