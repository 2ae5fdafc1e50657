package careplanhub.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * 利用者補足情報: the zeros that tell a plan's from a slip's (rules 2, 18, 21) and the slots of 種類別限度額
 * (rules 32, 33).
 */
final class SupplementRule implements FileRule {
  private static final int SLOTS = 9;
  private static final String ZERO_DATE = "00000000";
  private static final Set<String> OTHER_SHORT_STAY = Set.of("23", "2A", "26", "2B");

  private final CheckContext context;
  private final boolean besidePlan;
  private final Field planDate;
  private final Field targetMonth;
  private final List<Field> slots = new ArrayList<>();

  SupplementRule(CheckContext context) {
    this.context = context;
    FileName name = context.name();
    besidePlan = name != null && Months.ZERO.equals(name.month());
    Layout layout = context.layout();
    planDate = layout.field("planDate");
    targetMonth = layout.field("targetMonth");
    for (int slot = 1; slot <= SLOTS; slot++) {
      slots.add(layout.field("limit" + slot + "ServiceTypeCode"));
    }
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String date = row.value(planDate);
    String month = row.value(targetMonth);
    if (besidePlan || (context.name() == null && month.equals(Months.ZERO))) {
      checkBesidePlan(date, month, row, findings);
    } else {
      checkBesideSlip(date, month, row, findings);
    }
    checkSlots(row, findings);
  }

  private void checkBesidePlan(String date, String month, Row row, Consumer<Finding> findings) {
    if (!month.isEmpty() && !month.equals(Months.ZERO)) {
      findings.accept(FindingCode.SUPPLEMENT_PLAN_MONTH.at(row, targetMonth));
    }
    if (date.equals(ZERO_DATE)) {
      findings.accept(FindingCode.SUPPLEMENT_PLAN_DATE_ZERO.at(row, planDate));
    }
  }

  private void checkBesideSlip(String date, String month, Row row, Consumer<Finding> findings) {
    if (!date.isEmpty() && !date.equals(ZERO_DATE)) {
      findings.accept(FindingCode.SUPPLEMENT_SLIP_PLAN_DATE.at(row, planDate));
    }
    String ofName = context.serviceMonth();
    boolean other = ofName != null && !month.isEmpty() && !month.equals(ofName);
    if (other && (month.equals(Months.ZERO) || Months.isMonth(month))) {
      findings.accept(FindingCode.MONTH_OF_NAME.at(row, targetMonth));
    }
  }

  private void checkSlots(Row row, Consumer<Finding> findings) {
    boolean gap = false;
    for (Field slot : slots) {
      String type = row.value(slot);
      if (type.isEmpty()) {
        gap = true;
        continue;
      }
      if (gap) {
        findings.accept(FindingCode.LIMIT_SLOT_GAP.at(row, slot));
        gap = false;
      }
      if (OTHER_SHORT_STAY.contains(type)) {
        findings.accept(FindingCode.LIMIT_SHORT_STAY.at(row, slot));
      }
    }
  }
}
