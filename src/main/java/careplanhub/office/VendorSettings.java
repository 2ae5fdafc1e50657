package careplanhub.office;

import java.time.Duration;

/**
 * The adapters of care software, and the tables that offices keep for them.
 *
 * @param approvedOnly whether an adapter is used only when {@code vendors/approved.yaml} names its
 *     hash
 * @param scanInterval between two looks at the adapters' folders
 * @param maximumAdapters more of them are not loaded
 * @param maximumAdapterFiles an adapter of more files is not loaded
 * @param maximumAdapterSize an adapter of greater files, all together, is not loaded
 * @param maximumTables an office of more tables has only the first ones, by their names
 * @param maximumTableSize a greater table of an office is not read
 * @param maximumWorkbookParts a workbook with more parts packed in it is refused
 */
public record VendorSettings(
    boolean approvedOnly,
    Duration scanInterval,
    int maximumAdapters,
    int maximumAdapterFiles,
    DataSize maximumAdapterSize,
    int maximumTables,
    DataSize maximumTableSize,
    int maximumWorkbookParts) {
  public VendorSettings {
    SettingLimits.positive("scanInterval", scanInterval);
    SettingLimits.positive("maximumAdapters", maximumAdapters);
    SettingLimits.positive("maximumAdapterFiles", maximumAdapterFiles);
    SettingLimits.positive("maximumAdapterSize", maximumAdapterSize.bytes());
    SettingLimits.positive("maximumTables", maximumTables);
    SettingLimits.positive("maximumTableSize", maximumTableSize.bytes());
    SettingLimits.positive("maximumWorkbookParts", maximumWorkbookParts);
  }
}
