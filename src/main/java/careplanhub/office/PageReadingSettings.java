package careplanhub.office;

/**
 * From how much ink on a box of a result sheet is read as filled.
 *
 * @param emptyInk the share of black in a box up to which nobody wrote into it
 * @param filledInk the share from which somebody did; what lies between is doubtful
 * @param remarkInk the share from which the field for remarks has something in it
 */
public record PageReadingSettings(double emptyInk, double filledInk, double remarkInk) {
  public PageReadingSettings {
    SettingLimits.check("emptyInk", emptyInk > 0, "0 より大きい数を書いてください。");
    SettingLimits.check(
        "filledInk", filledInk > emptyInk && filledInk < 1, "emptyInk より大きく 1 より小さい数を書いてください。");
    SettingLimits.check("remarkInk", remarkInk > 0 && remarkInk < 1, "0 より大きく 1 より小さい数を書いてください。");
  }
}
