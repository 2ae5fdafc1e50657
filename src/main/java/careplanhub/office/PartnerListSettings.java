package careplanhub.office;

/**
 * Lists of partners that are imported.
 *
 * @param maximumFileSize a greater file is refused
 * @param maximumLines of one file; what is behind them is refused
 */
public record PartnerListSettings(DataSize maximumFileSize, int maximumLines) {
  public PartnerListSettings {
    SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
    SettingLimits.positive("maximumLines", maximumLines);
  }
}
