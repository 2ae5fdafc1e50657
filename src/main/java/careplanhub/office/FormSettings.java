package careplanhub.office;

/**
 * The bounds of making forms for paper.
 *
 * @param maximumPages of one printed parcel; at most 999, which is what a page's QR code can count
 * @param maximumSize of one printed parcel's PDF
 * @param maximumCharacters in the rows that one form of one user is made from
 * @param pictureResolution of the pictures that are made of pages, dots an inch
 */
public record FormSettings(
    int maximumPages, DataSize maximumSize, int maximumCharacters, int pictureResolution) {
  private static final int MOST_PAGES = 999;
  private static final int LEAST_RESOLUTION = 50;
  private static final int MOST_RESOLUTION = 600;

  public FormSettings {
    SettingLimits.check(
        "maximumPages",
        maximumPages >= 1 && maximumPages <= MOST_PAGES,
        "1 から " + MOST_PAGES + " までの数を書いてください。");
    SettingLimits.positive("maximumSize", maximumSize.bytes());
    SettingLimits.positive("maximumCharacters", maximumCharacters);
    SettingLimits.check(
        "pictureResolution",
        pictureResolution >= LEAST_RESOLUTION && pictureResolution <= MOST_RESOLUTION,
        LEAST_RESOLUTION + " から " + MOST_RESOLUTION + " までの数を書いてください。");
  }
}
