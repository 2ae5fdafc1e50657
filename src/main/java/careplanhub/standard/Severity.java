package careplanhub.standard;

/** How much a finding matters. */
public enum Severity {
  /** The data must not go on as it is. */
  ERROR("error"),
  /** The data goes on; a person should know. */
  WARNING("warning");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /** The word used in JSON: {@code error} or {@code warning}. */
  public String label() {
    return label;
  }
}
