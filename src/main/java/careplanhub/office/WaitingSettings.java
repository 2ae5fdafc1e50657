package careplanhub.office;

/**
 * What waits for a person.
 *
 * @param maximumWorksheetSize a greater file that is dropped back is refused
 */
public record WaitingSettings(DataSize maximumWorksheetSize) {
  public WaitingSettings {
    SettingLimits.positive("maximumWorksheetSize", maximumWorksheetSize.bytes());
  }
}
