package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.standard.Severity;
import org.jspecify.annotations.Nullable;

/** The findings of a translation; the codes are stable. */
public enum VendorFinding {
  /** The file has none of the layout's columns, or no header. */
  OTHER_LAYOUT("VENDOR-01", Severity.ERROR),
  COLUMN_MISSING("VENDOR-02", Severity.ERROR),
  COLUMN_TWICE("VENDOR-03", Severity.ERROR),
  COLUMN_UNKNOWN("VENDOR-04", Severity.WARNING),
  NO_RECORDS("VENDOR-05", Severity.ERROR),
  /** The text is no CSV from some place on. */
  BROKEN_TEXT("VENDOR-06", Severity.ERROR),
  WIDTH("VENDOR-07", Severity.ERROR),
  UNDECODABLE("VENDOR-08", Severity.ERROR),
  UNREADABLE_VALUE("VENDOR-09", Severity.ERROR),
  TOO_MANY_RECORDS("VENDOR-10", Severity.ERROR),
  MORE_FINDINGS("VENDOR-11", Severity.ERROR),
  NOT_EXCHANGED("VENDOR-12", Severity.WARNING),
  TOLERATED("VENDOR-13", Severity.WARNING),
  UNKNOWN_SUPPORT_OFFICE("VENDOR-14", Severity.WARNING),
  /** From the standard: a value that the vendor's layout cannot say. */
  UNWRITABLE_VALUE("VENDOR-15", Severity.ERROR),
  LOST("VENDOR-16", Severity.WARNING),
  UNMATCHED_USER("VENDOR-17", Severity.WARNING),
  /** The file does not say its month and nobody else did. */
  UNKNOWN_MONTH("VENDOR-18", Severity.ERROR),
  /** A table that an office keeps, or one of its lines. */
  TABLE("VENDOR-19", Severity.ERROR),
  /** Planned rows without the other files that a send unit needs. */
  SLIP_ALONE("VENDOR-20", Severity.WARNING);

  private final String code;
  private final Severity severity;

  VendorFinding(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** About the whole file. */
  public Finding of(String message) {
    return at(null, null, null, null, message);
  }

  /** About one place; what is null is not known or not one place. */
  public Finding at(
      @Nullable Long line,
      @Nullable Long number,
      @Nullable Integer column,
      @Nullable String field,
      String message) {
    return new Finding(severity, code, line, number, column, field, message);
  }
}
