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

  String advice() {
    return advice;
  }
}
