package careplanhub.office;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Severity;

/**
 * The bounds of reading and checking files of the standard.
 *
 * @param maximumFieldSize of one field in the file
 * @param maximumRecordSize of one record; memory for twice as much is taken at most
 * @param maximumReadingFindings how many errors, and how many warnings, reading tells of one file
 * @param maximumFindingsPerCode how many findings of one code are told of one file
 * @param maximumComparedKeys how many users, plans or services of one file are compared with one
 *     another; about 50 bytes of memory each
 * @param maximumComparedGroups how many users and services of one 別表 are summed up; about 200 bytes
 *     each
 */
public record CheckSettings(
    DataSize maximumFieldSize,
    DataSize maximumRecordSize,
    int maximumReadingFindings,
    int maximumFindingsPerCode,
    int maximumComparedKeys,
    int maximumComparedGroups) {
  private static final long MOST_BYTES = 500_000_000;

  public CheckSettings {
    SettingLimits.positive("maximumFieldSize", maximumFieldSize.bytes());
    SettingLimits.check(
        "maximumRecordSize",
        maximumRecordSize.bytes() >= maximumFieldSize.bytes()
            && maximumRecordSize.bytes() <= MOST_BYTES,
        "maximumFieldSize 以上、" + MOST_BYTES + "B までの大きさを書いてください。");
    SettingLimits.positive("maximumReadingFindings", maximumReadingFindings);
    SettingLimits.positive("maximumFindingsPerCode", maximumFindingsPerCode);
    SettingLimits.positive("maximumComparedKeys", maximumComparedKeys);
    SettingLimits.positive("maximumComparedGroups", maximumComparedGroups);
  }

  /** What can be repaired is a warning. */
  public CheckOptions tolerant() {
    return options(Severity.WARNING);
  }

  /** What the standard does not allow is an error, though it could be repaired. */
  public CheckOptions strict() {
    return options(Severity.ERROR);
  }

  private CheckOptions options(Severity tolerated) {
    ReadOptions reading =
        new ReadOptions(
            tolerated,
            (int) maximumFieldSize.bytes(),
            (int) maximumRecordSize.bytes(),
            maximumReadingFindings);
    return new CheckOptions(
        reading, maximumFindingsPerCode, maximumComparedKeys, maximumComparedGroups);
  }
}
