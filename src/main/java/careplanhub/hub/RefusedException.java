package careplanhub.hub;

import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import java.util.List;

/**
 * A unit cannot go on, and no person's answer would change that. Carries the reasons, and no
 * payload.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient OutgoingWork work;
  private final transient List<FileReport> reports;

  RefusedException(OutgoingWork work, List<FileReport> reports) {
    super("unit refused: " + work.unit().id());
    this.work = work;
    this.reports = List.copyOf(reports);
  }

  /** For one reason, about the unit's first file. */
  RefusedException(OutgoingWork work, Finding reason) {
    this(
        work,
        List.of(new FileReport(work.arrivals().get(0).name(), null, null, 0, List.of(reason))));
  }

  OutgoingWork work() {
    return work;
  }

  List<FileReport> reports() {
    return reports;
  }
}
