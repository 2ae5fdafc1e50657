package careplanhub.standard;

/**
 * How files are checked.
 *
 * @param reading how their bytes are read; strict reading makes what is tolerated an error
 * @param findingsPerCode how many findings of one code a file's report lists; the rest is counted
 * @param comparedKeys how many different users, plans or services of one file are compared with one
 *     another; about 50 bytes of memory each
 * @param comparedGroups how many users and services of one 別表 are summed up; about 200 bytes each
 */
public record CheckOptions(
    ReadOptions reading, int findingsPerCode, int comparedKeys, int comparedGroups) {
  private static final int FINDINGS_PER_CODE = 1_000;
  private static final int COMPARED_KEYS = 600_000;
  private static final int COMPARED_GROUPS = 600_000;

  public CheckOptions {
    if (findingsPerCode < 1 || comparedKeys < 1 || comparedGroups < 1) {
      throw new IllegalArgumentException("The limits of a check are at least 1.");
    }
  }

  /** What practice needs: tolerant reading, and limits that fit into 256 MB. */
  public static CheckOptions tolerant() {
    return of(ReadOptions.tolerant());
  }

  /** The same, but what the standard does not allow is an error, though it could be read. */
  public static CheckOptions strict() {
    return of(ReadOptions.strict());
  }

  /** The finding, an error where nothing is tolerated. */
  Finding tolerated(Finding finding) {
    return reading.tolerated() == Severity.ERROR ? finding.asError() : finding;
  }

  private static CheckOptions of(ReadOptions reading) {
    return new CheckOptions(reading, FINDINGS_PER_CODE, COMPARED_KEYS, COMPARED_GROUPS);
  }
}
