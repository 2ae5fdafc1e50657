package careplanhub.vendor.excel;

/** A file that cannot be read as a workbook, or is too big for one. */
final class UnusableWorkbookException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param advice Japanese: what is wrong and what a person does next
   */
  UnusableWorkbookException(String advice) {
    super("A workbook cannot be used.");
    this.advice = advice;
  }

  static UnusableWorkbookException broken() {
    return new UnusableWorkbookException("Excel（.xlsx）のファイルが壊れています。Excel で開き、保存し直してください。");
  }

  /** The XML has a document type, in which entities could hide. */
  static UnusableWorkbookException withDeclaration() {
    return new UnusableWorkbookException("Excel ファイルに使えない宣言があります。Excel で開き、保存し直してください。");
  }

  /** Another version of the hub wrote the sheet. */
  static UnusableWorkbookException ofOtherForm() {
    return new UnusableWorkbookException(
        "ほかの版のハブが書いた Excel です（1 行目は「" + ServiceSheet.MARK + "」）。この版で書き直した提供票に書き入れてください。");
  }

  String advice() {
    return advice;
  }
}
