package careplanhub.hub.partners;

import careplanhub.standard.Finding;
import careplanhub.standard.Severity;
import org.jspecify.annotations.Nullable;

/** What is said about a list of partners; the codes are stable. */
enum PartnerFinding {
  /** A line that does not go in. */
  REFUSED("PARTNER-01", Severity.ERROR),
  /** What was read though it is written otherwise. */
  TOLERATED("PARTNER-02", Severity.WARNING),
  /** The file as a whole. */
  FILE("PARTNER-03", Severity.ERROR);

  private final String code;
  private final Severity severity;

  PartnerFinding(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  Finding of(String message) {
    return new Finding(severity, code, null, null, null, null, message);
  }

  Finding at(long line, @Nullable String column, String message) {
    return new Finding(severity, code, line, null, null, column, message);
  }
}
