package careplanhub.office;

/**
 * Lists of partners that are imported.
 *
 * @param maximumFileSize a greater file is refused
 * @param maximumLines of one file; what is behind them is refused
 * @param maximumBrokenQuotes lines with a quote that is wrong; what is behind them is refused
 * @param maximumNameLength characters of a partner's name; a longer one is refused
 */
public record PartnerListSettings(
    DataSize maximumFileSize, int maximumLines, int maximumBrokenQuotes, int maximumNameLength) {
  public PartnerListSettings {
    SettingLimits.positive("maximumFileSize", maximumFileSize.bytes());
    SettingLimits.positive("maximumLines", maximumLines);
    SettingLimits.positive("maximumBrokenQuotes", maximumBrokenQuotes);
    SettingLimits.positive("maximumNameLength", maximumNameLength);
  }
}
