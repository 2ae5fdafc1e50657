package careplanhub.office;

/**
 * What the program takes that a person uploads a folder with, in one go.
 *
 * @param maximumItems the most files of one folder
 * @param maximumSize the most bytes of one folder
 * @param oneAddressee whether all files of a folder go to one office
 */
public record ClientProfile(int maximumItems, DataSize maximumSize, boolean oneAddressee) {
  public ClientProfile {
    SettingLimits.positive("maximumItems", maximumItems);
    SettingLimits.positive("maximumSize", maximumSize.bytes());
  }
}
