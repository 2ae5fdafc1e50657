package careplanhub.standard;

import java.util.function.Consumer;

/** The times of a service (rule 42) and the days of a 日割り (rule 41). */
final class ServiceTimeRule implements FileRule {
  private static final int DAYS = 31;
  private static final String NO_TIME = "9999";

  private final Field start;
  private final Field end;
  private final int month;
  private final Field prorated;

  ServiceTimeRule(Layout layout) {
    start = layout.field("serviceStart");
    end = layout.field("serviceEnd");
    month = layout.position("targetMonth");
    prorated = layout.field("proratedDays");
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    checkTimes(row, findings);
    String days = row.value(prorated);
    if (days.length() == DAYS && Months.isMonth(row.value(month))) {
      if (days.indexOf('1', Months.daysIn(row.value(month))) >= 0) {
        findings.accept(FindingCode.PRORATED_PAST_MONTH_END.at(row, prorated));
      }
    }
  }

  private void checkTimes(Row row, Consumer<Finding> findings) {
    String from = row.value(start);
    String to = row.value(end);
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    boolean noStart = from.equals(NO_TIME);
    boolean noEnd = to.equals(NO_TIME);
    if (noStart != noEnd) {
      findings.accept(FindingCode.ONE_TIME_9999.at(row, noStart ? start : end));
    } else if (to.compareTo(from) < 0 && Months.isTime(from) && Months.isTime(to)) {
      findings.accept(FindingCode.END_BEFORE_START.at(row, end));
    }
  }
}
