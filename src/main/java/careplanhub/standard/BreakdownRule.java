package careplanhub.standard;

import java.util.Set;
import java.util.function.Consumer;

/** What one row of a 第7表（別表） must hold (rules 50, 52, 53). */
final class BreakdownRule implements FileRule {
  /** 居宅療養管理指導 and its prevention: never within the 区分支給限度額. */
  private static final Set<String> TYPES_OUTSIDE_LIMIT = Set.of("31", "34");

  private final Field office;
  private final Field serviceCode;
  private final Field units;
  private final Field discountRate;
  private final Field discountedUnits;
  private final Field managedUnits;

  BreakdownRule(Layout layout) {
    office = layout.field("serviceOfficeNumber");
    serviceCode = layout.field("serviceCode");
    units = layout.field("units");
    discountRate = layout.field("discountRate");
    discountedUnits = layout.field("discountedUnits");
    managedUnits = layout.field("managedUnits");
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String code = row.value(serviceCode);
    boolean total = BreakdownRow.isTotal(code);
    boolean totalOffice = row.value(office).equals(BreakdownRow.TOTAL_OFFICE);
    if (total != totalOffice) {
      findings.accept(FindingCode.TOTAL_ROW_CODES.at(row, total ? office : serviceCode));
    }
    if (BreakdownRow.isSubtotalOrTotal(code)) {
      checkSubtotal(row, findings);
    }
    boolean outside =
        BreakdownRow.isOutsideSubtotal(code)
            || (code.length() == 6 && TYPES_OUTSIDE_LIMIT.contains(code.substring(0, 2)));
    if (outside && !row.value(managedUnits).isEmpty()) {
      findings.accept(FindingCode.OUTSIDE_LIMIT_MANAGED_UNITS.at(row, managedUnits));
    }
  }

  private void checkSubtotal(Row row, Consumer<Finding> findings) {
    String text = row.value(units);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        findings.accept(FindingCode.SUBTOTAL_UNITS.at(row, units));
        break;
      }
    }
    if (!row.value(discountRate).isEmpty()) {
      findings.accept(FindingCode.SUBTOTAL_NOT_EMPTY.at(row, discountRate));
    }
    if (!row.value(discountedUnits).isEmpty()) {
      findings.accept(FindingCode.SUBTOTAL_NOT_EMPTY.at(row, discountedUnits));
    }
  }
}
