package careplanhub.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of one file found.
 *
 * @param file its name as the caller gave it
 * @param layout the kind whose layout it was read with, such as UPJSK; null when that is not known
 * @param csvVersion the CSVバージョン of its first record; null when there is none of that shape
 * @param rows the records that had the layout's columns
 * @param findings those about the whole file first, then by line and column; when there are too
 *     many the last one tells how many were left out
 */
public record FileReport(
    String file,
    @Nullable String layout,
    @Nullable String csvVersion,
    long rows,
    List<Finding> findings) {
  public FileReport {
    findings = List.copyOf(findings);
  }

  /** The same report of other findings. */
  public FileReport with(List<Finding> others) {
    return new FileReport(file, layout, csvVersion, rows, others);
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
