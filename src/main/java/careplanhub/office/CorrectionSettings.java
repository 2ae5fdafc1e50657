package careplanhub.office;

/**
 * What is sent again with other rows than before.
 *
 * @param alwaysAsk whether every changed export waits until a person has seen the differences; else
 *     only what a person sends as a correction, and what goes to partners who want a call before
 * @param shownChanges how many differing rows a page shows at most
 */
public record CorrectionSettings(boolean alwaysAsk, int shownChanges) {
  public CorrectionSettings {
    SettingLimits.positive("shownChanges", shownChanges);
  }
}
