package careplanhub.office;

import java.time.Duration;

/**
 * How files that FAX machines put into folders are taken.
 *
 * @param folder the folder of the machine that all offices share, from the hub's folder on; empty
 *     when there is none. An office's own stands in corporation.yaml
 * @param office whose staff are asked about pages of the shared folder that tell no parcel; empty
 *     for the first office
 * @param scanInterval between two looks at the folders
 * @param maximumFilesPerScan how many files one look takes from a folder
 * @param maximumLines how many lines one question may have; sheets with more are asked about in
 *     several
 */
public record FaxInboxSettings(
    String folder,
    String office,
    Duration scanInterval,
    int maximumFilesPerScan,
    int maximumLines) {
  private static final int FEWEST_LINES = 20;

  public FaxInboxSettings {
    SettingLimits.positive("scanInterval", scanInterval);
    SettingLimits.positive("maximumFilesPerScan", maximumFilesPerScan);
    SettingLimits.check(
        "maximumLines", maximumLines >= FEWEST_LINES, FEWEST_LINES + " 以上の数を書いてください。");
  }
}
