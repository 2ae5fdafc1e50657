package careplanhub.standard;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service month a file (rule 17): of its name, its records and their days (rule 18). */
final class MonthRule implements FileRule {
  private final @Nullable String monthOfName;
  private final int monthPosition;
  private final Field month;
  private final int dayPosition;
  private final @Nullable Field day;
  private @Nullable String monthOfFirst;
  private String lastMonth = "";
  private boolean mixedTold;

  MonthRule(CheckContext context) {
    Layout layout = context.layout();
    monthOfName = context.serviceMonth();
    monthPosition = layout.position("targetMonth");
    month = layout.field("targetMonth");
    boolean hasDay = layout.has("serviceDate");
    dayPosition = hasDay ? layout.position("serviceDate") : -1;
    day = hasDay ? layout.field("serviceDate") : null;
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String value = row.value(monthPosition);
    if (!value.equals(lastMonth)) {
      if (!Months.isMonth(value)) {
        return;
      }
      lastMonth = value;
    }
    if (monthOfFirst == null) {
      monthOfFirst = value;
    } else if (!mixedTold && !value.equals(monthOfFirst)) {
      mixedTold = true;
      findings.accept(FindingCode.MONTHS_MIXED.at(row, month));
    }
    if (monthOfName != null && !value.equals(monthOfName)) {
      findings.accept(FindingCode.MONTH_OF_NAME.at(row, month));
    }
    if (day != null) {
      String date = row.value(dayPosition);
      if (!date.startsWith(value) && !isOfName(date) && Months.isDate(date)) {
        findings.accept(FindingCode.DAY_OF_MONTH.at(row, day));
      }
    }
  }

  /** Then it is the record's month that is wrong, and that was told. */
  private boolean isOfName(String date) {
    return monthOfName != null && date.startsWith(monthOfName);
  }
}
