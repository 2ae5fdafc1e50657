package careplanhub.standard;

/** A row that cannot be written as the standard says. Neither message shows a value. */
public final class UnwritableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  UnwritableException(Finding finding) {
    super("A row cannot be written: " + finding.code() + ", column " + finding.column());
    this.finding = finding;
  }

  /** What cannot be written and what to do, in Japanese; the line is that of the output. */
  public Finding finding() {
    return finding;
  }
}
