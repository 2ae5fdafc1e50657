package careplanhub.office;

import java.time.Duration;
import java.util.Map;

/**
 * How folders are handed to a person who uploads them with the official client, and how what that
 * client downloaded is taken.
 *
 * @param scanInterval between two looks at the folders
 * @param settleTime how long after the last parcel a folder is made of those that wait
 * @param longestWait how long a parcel waits for its folder while others keep coming
 * @param sentTolerance how far ahead of the hub's clock a person's 送信日時 may be
 * @param maximumChecklistSize a greater file is not read as a checklist
 * @param answerWarning a folder about which a person said nothing for so long is told
 * @param unitSettleTime how long no file of a sender must have come before its units are taken
 * @param unitLongestWait how long a whole unit waits at most for others of its sender
 * @param companionWait how long a unit waits for files that it lacks
 * @param maximumFileSize a greater downloaded file is put aside
 * @param maximumUnitFiles files of one unit beyond these are put aside
 * @param maximumUnitSize files of one unit beyond these bytes are put aside
 * @param maximumFilesPerScan how many downloaded files one look takes from one office
 * @param maximumDepth how deep below the watched folder files are looked for; 1 for itself only
 * @param profiles what offices choose from, by name
 */
public record ClientFolderSettings(
    Duration scanInterval,
    Duration settleTime,
    Duration longestWait,
    Duration sentTolerance,
    DataSize maximumChecklistSize,
    Duration answerWarning,
    Duration unitSettleTime,
    Duration unitLongestWait,
    Duration companionWait,
    DataSize maximumFileSize,
    int maximumUnitFiles,
    DataSize maximumUnitSize,
    int maximumFilesPerScan,
    int maximumDepth,
    Map<String, ClientProfile> profiles) {
  public ClientFolderSettings {
    profiles = Map.copyOf(profiles);
    SettingLimits.positive("scanInterval", scanInterval);
    SettingLimits.positive("longestWait", longestWait);
    SettingLimits.positive("maximumChecklistSize", maximumChecklistSize.bytes());
    SettingLimits.positive("answerWarning", answerWarning);
    SettingLimits.positive("unitLongestWait", unitLongestWait);
    SettingLimits.positive("companionWait", companionWait);
    SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
    SettingLimits.positive("maximumUnitFiles", maximumUnitFiles);
    SettingLimits.positive("maximumUnitSize", maximumUnitSize.bytes());
    SettingLimits.positive("maximumFilesPerScan", maximumFilesPerScan);
    SettingLimits.positive("maximumDepth", maximumDepth);
  }
}
