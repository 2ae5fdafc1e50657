package careplanhub.office;

/** A value that a settings record refuses; becomes a {@link ConfigurationException} with a line. */
final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String advice;

  /**
   * @param field the record's component
   * @param advice Japanese: what would be right
   */
  InvalidSettingException(String field, String advice) {
    super(advice);
    this.advice = advice;
    this.field = field;
  }

  /** Japanese: what would be right. */
  String advice() {
    return advice;
  }

  String field() {
    return field;
  }
}
