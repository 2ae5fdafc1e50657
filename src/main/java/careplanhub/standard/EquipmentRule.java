package careplanhub.standard;

import java.util.function.Consumer;

/** 福祉用具貸与 (17, 67) has a TAISコード or a 届出コード (rules 44 and 54). */
final class EquipmentRule implements FileRule {
  private final int serviceCode;
  private final Field tais;
  private final Field notice;

  EquipmentRule(Layout layout) {
    serviceCode = layout.position("serviceCode");
    tais = layout.field("taisCode");
    notice = layout.field("equipmentNoticeCode");
  }

  static boolean isEquipment(String serviceCode) {
    return serviceCode.startsWith("17") || serviceCode.startsWith("67");
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    boolean noTais = row.value(tais).isEmpty();
    boolean noNotice = row.value(notice).isEmpty();
    String code = row.value(serviceCode);
    if (BreakdownRow.isSubtotalOrTotal(code)) {
      if (!noTais || !noNotice) {
        findings.accept(FindingCode.SUBTOTAL_EQUIPMENT.at(row, noTais ? notice : tais));
      }
    } else if (noTais && noNotice) {
      if (isEquipment(code)) {
        findings.accept(FindingCode.EQUIPMENT_CODE_MISSING.at(row, tais));
      }
    } else if (!noTais && !noNotice) {
      findings.accept(FindingCode.EQUIPMENT_CODE_TWICE.at(row, notice));
    }
  }
}
