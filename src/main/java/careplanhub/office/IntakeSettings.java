package careplanhub.office;

import java.time.Duration;

/**
 * How files are taken from the offices' outboxes.
 *
 * @param scanInterval between two looks into the folders
 * @param quietPeriod how long a file must not have changed
 * @param unfinishedQuietPeriod the same for a file whose last line has no line end
 * @param quietScans how many looks in a row must have seen the file alike
 * @param unitSettleTime how long to wait for missing companions of a send unit
 * @param companionWait how long a unit waits, after unitSettleTime too, for a companion that lies
 *     in the outbox and is not taken
 * @param satelliteSettleTime how long the results of an office with satellites wait for those of
 *     the others
 * @param maximumFileSize a greater file is put aside
 * @param maximumVendorRows an export of more records in a vendor's layout, which is translated in
 *     memory, is put aside
 * @param maximumFilesPerScan how many files one look takes from one office
 * @param maximumFindings how many findings of one file are told
 * @param minimumFreeSpace with less on the disk of vault or ledger nothing is taken
 * @param recheckInterval how often it is looked whether files can be taken
 */
public record IntakeSettings(
    Duration scanInterval,
    Duration quietPeriod,
    Duration unfinishedQuietPeriod,
    int quietScans,
    Duration unitSettleTime,
    Duration companionWait,
    Duration satelliteSettleTime,
    DataSize maximumFileSize,
    long maximumVendorRows,
    int maximumFilesPerScan,
    int maximumFindings,
    DataSize minimumFreeSpace,
    Duration recheckInterval) {
  public IntakeSettings {
    SettingLimits.positive("scanInterval", scanInterval);
    SettingLimits.positive("quietScans", quietScans);
    SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
    SettingLimits.positive("maximumVendorRows", maximumVendorRows);
    SettingLimits.positive("maximumFilesPerScan", maximumFilesPerScan);
    SettingLimits.positive("maximumFindings", maximumFindings);
    SettingLimits.positive("recheckInterval", recheckInterval);
  }
}
