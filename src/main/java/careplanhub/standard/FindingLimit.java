package careplanhub.standard;

import java.util.function.Consumer;

/**
 * Passes findings on up to a number of errors and a number of warnings, counts the rest, and says
 * at the end how many were left out. In a strict reading each warning is made an error first.
 */
final class FindingLimit {
  private final Consumer<Finding> findings;
  private final boolean strict;
  private final int most;
  private long errors;
  private long warnings;

  FindingLimit(Consumer<Finding> findings, ReadOptions options) {
    this.findings = findings;
    this.strict = options.tolerated() == Severity.ERROR;
    this.most = options.findings();
  }

  void tell(Finding finding) {
    Finding told = strict ? finding.asError() : finding;
    long count = told.isError() ? ++errors : ++warnings;
    if (count <= most) {
      findings.accept(told);
    }
  }

  /** Tells what was left out; to be called once, at the end. */
  void finish() {
    long errorsLeft = Math.max(errors - most, 0);
    long left = errorsLeft + Math.max(warnings - most, 0);
    if (errorsLeft > 0) {
      findings.accept(
          FindingCode.ERRORS_LEFT_OUT.of(Long.toString(left), Long.toString(errorsLeft)));
    } else if (left > 0) {
      findings.accept(FindingCode.WARNINGS_LEFT_OUT.of(Long.toString(left)));
    }
  }
}
