package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.standard.FileReport;
import careplanhub.standard.Finding;
import careplanhub.standard.UserIdentity;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose rows the errors of a send unit are in. */
final class UsersInError {
  private UsersInError() {}

  /**
   * The users whose rows have errors; empty when an error is not about a readable row, or when no
   * user is left without one, so that nobody could be sent alone.
   */
  static Optional<Set<UserIdentity>> find(Rewriting rewriting, Part part, List<FileReport> reports)
      throws IOException {
    Set<UserIdentity> inError = new HashSet<>();
    Set<UserIdentity> all = new HashSet<>();
    for (StandardFile file : part.files()) {
      List<Finding> errors = errorsOf(file, reports);
      if (errors.stream().anyMatch(error -> error.record() == null)) {
        return Optional.empty();
      }
      Set<Long> records = errors.stream().map(Finding::record).collect(Collectors.toSet());
      if (file.name().isImage()) {
        continue;
      }
      rewriting.read(
          file,
          row -> {
            all.add(row.user());
            if (records.remove(row.record())) {
              inError.add(row.user());
            }
          });
      if (!records.isEmpty()) {
        return Optional.empty();
      }
    }
    return inError.isEmpty() || inError.containsAll(all) ? Optional.empty() : Optional.of(inError);
  }

  private static List<Finding> errorsOf(StandardFile file, List<FileReport> reports) {
    return reports.stream()
        .filter(report -> report.file().equals(file.name().format()))
        .flatMap(report -> report.findings().stream())
        .filter(Finding::isError)
        .toList();
  }
}
