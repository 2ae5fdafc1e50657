package careplanhub.standard;

/** Which rows of a 第7表（別表） are subtotals and totals (別紙, No. 7 and 9). */
final class BreakdownRow {
  static final String TOTAL_OFFICE = "9999999999";
  static final String TOTAL_SERVICE = "999999";

  private static final int CODE_LENGTH = 6;

  private BreakdownRow() {}

  static boolean isTotal(String serviceCode) {
    return serviceCode.equals(TOTAL_SERVICE);
  }

  /** 区分支給対象種類別小計. */
  static boolean isLimitSubtotal(String serviceCode) {
    return isSubtotal(serviceCode, "AAAA");
  }

  /** 区分支給対象外種類別小計. */
  static boolean isOutsideSubtotal(String serviceCode) {
    return isSubtotal(serviceCode, "EEEE");
  }

  /** 30 日超過分種類別小計. */
  static boolean isOver30Subtotal(String serviceCode) {
    return isSubtotal(serviceCode, "ZZZZ");
  }

  static boolean isSubtotalOrTotal(String serviceCode) {
    return isTotal(serviceCode)
        || isLimitSubtotal(serviceCode)
        || isOutsideSubtotal(serviceCode)
        || isOver30Subtotal(serviceCode);
  }

  private static boolean isSubtotal(String serviceCode, String ending) {
    return serviceCode.length() == CODE_LENGTH && serviceCode.endsWith(ending);
  }
}
