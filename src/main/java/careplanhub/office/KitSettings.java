package careplanhub.office;

/**
 * What an integrator's commands take: samples of unknown layouts and packs of adapters.
 *
 * @param maximumSampleSize a greater sample is refused
 * @param maximumSampleRows so many rows of a sample are looked at
 * @param maximumPackSize a pack is refused that is greater, or unpacks to more
 * @param maximumPackFiles a pack of more files is refused
 * @param maximumPackRatio a pack is refused in which a file grows by more when it is unpacked
 */
public record KitSettings(
    DataSize maximumSampleSize,
    int maximumSampleRows,
    DataSize maximumPackSize,
    int maximumPackFiles,
    int maximumPackRatio) {
  public KitSettings {
    SettingLimits.positive("maximumSampleSize", maximumSampleSize.bytes());
    SettingLimits.positive("maximumSampleRows", maximumSampleRows);
    SettingLimits.check(
        "maximumPackSize",
        maximumPackSize.bytes() > 0 && maximumPackSize.bytes() <= MOST_PACK_BYTES,
        "1B から " + MOST_PACK_BYTES + "B までの大きさを書いてください。");
    SettingLimits.positive("maximumPackFiles", maximumPackFiles);
    SettingLimits.positive("maximumPackRatio", maximumPackRatio);
  }

  private static final long MOST_PACK_BYTES = 500_000_000;
}
