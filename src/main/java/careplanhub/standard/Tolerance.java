package careplanhub.standard;

import org.jspecify.annotations.Nullable;

/** One thing that a whole file is forgiven: told once, at its first place, with the count. */
final class Tolerance {
  private final FindingCode code;
  private long count;
  private long line;
  private long record;
  private @Nullable Field field;

  Tolerance(FindingCode code) {
    this.code = code;
  }

  /**
   * @param seenAtRecord 0 when it is about no record
   */
  void seen(long seenAtLine, long seenAtRecord, @Nullable Field seenAtField) {
    if (count++ == 0) {
      line = seenAtLine;
      record = seenAtRecord;
      field = seenAtField;
    }
  }

  void tell(FindingLimit findings) {
    if (count == 0) {
      return;
    }
    Finding finding = code.at(line, record, field, Long.toString(count));
    findings.tell(record > 0 ? finding : withoutRecord(finding));
  }

  private static Finding withoutRecord(Finding finding) {
    return new Finding(
        finding.severity(),
        finding.code(),
        finding.line(),
        null,
        finding.column(),
        finding.field(),
        finding.message());
  }
}
