package careplanhub.standard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The findings of one file. Each code is kept up to a limit, so that a file of a million bad rows
 * neither fills the memory nor hides its other faults; the last finding tells how many were left
 * out. Not safe for several threads.
 */
final class FindingList implements Consumer<Finding> {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingLong(finding -> finding.line() == null ? 0 : finding.line())
          .thenComparingInt(finding -> finding.column() == null ? 0 : finding.column());

  private final int limitPerCode;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<String, Integer> countByCode = new HashMap<>();
  private final Map<String, Integer> leftOutByCode = new HashMap<>();
  private final Map<String, Integer> errorsLeftOutByCode = new HashMap<>();

  FindingList(int limitPerCode) {
    this.limitPerCode = limitPerCode;
  }

  @Override
  public void accept(Finding finding) {
    if (countByCode.merge(finding.code(), 1, Integer::sum) <= limitPerCode) {
      kept.add(finding);
      return;
    }
    leftOutByCode.merge(finding.code(), 1, Integer::sum);
    if (finding.isError()) {
      errorsLeftOutByCode.merge(finding.code(), 1, Integer::sum);
    }
  }

  /** Takes back the findings of a code, because another finding tells their cause. */
  void withdraw(FindingCode code) {
    kept.removeIf(finding -> finding.code().equals(code.code()));
    countByCode.remove(code.code());
    leftOutByCode.remove(code.code());
    errorsLeftOutByCode.remove(code.code());
  }

  /** What is about the whole file first, then by line and column. */
  List<Finding> toList() {
    List<Finding> all = new ArrayList<>(kept);
    all.sort(BY_PLACE);
    long leftOut = sum(leftOutByCode);
    long errorsLeftOut = sum(errorsLeftOutByCode);
    if (errorsLeftOut > 0) {
      all.add(FindingCode.ERRORS_LEFT_OUT.of(Long.toString(leftOut), Long.toString(errorsLeftOut)));
    } else if (leftOut > 0) {
      all.add(FindingCode.WARNINGS_LEFT_OUT.of(Long.toString(leftOut)));
    }
    return all;
  }

  private static long sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }
}
