package careplanhub.standard;

/**
 * How a file is read, and the bounds that keep a damaged one from taking memory or time.
 *
 * @param tolerated how what is tolerated is told: a warning, or in a strict reading an error; the
 *     rows are the same
 * @param fieldBytes the most bytes a field may have in the file, without its outer quotes; default
 *     100,000
 * @param recordBytes the most bytes a record may have; default 1,000,000, and memory for twice as
 *     much is taken at most
 * @param findings the most errors, and apart from them the most warnings, that are told of one file
 *     before the rest is only counted; default 1,000
 */
public record ReadOptions(Severity tolerated, int fieldBytes, int recordBytes, int findings) {
  private static final ReadOptions TOLERANT =
      new ReadOptions(Severity.WARNING, 100_000, 1_000_000, 1_000);

  public ReadOptions {
    if (fieldBytes < 1 || recordBytes < fieldBytes || findings < 1) {
      throw new IllegalArgumentException(
          "The bounds are at least 1, a record's at least a field's.");
    }
  }

  /** What can be repaired is repaired and told as a warning. */
  public static ReadOptions tolerant() {
    return TOLERANT;
  }

  /** What the standard does not allow is an error, though it could be repaired. */
  public static ReadOptions strict() {
    return TOLERANT.with(Severity.ERROR);
  }

  private ReadOptions with(Severity severity) {
    return new ReadOptions(severity, fieldBytes, recordBytes, findings);
  }
}
