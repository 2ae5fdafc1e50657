package careplanhub.standard;

/** A file name that the standard does not know. Neither message shows the name. */
public final class FileNameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  FileNameException(Finding finding) {
    super("A file name is none of the standard: " + finding.code());
    this.finding = finding;
  }

  /** What is wrong with the name and what to do, in Japanese; an error about the whole file. */
  public Finding finding() {
    return finding;
  }
}
