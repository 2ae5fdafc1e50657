package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file of a vendor holds, in the standard's form but not yet addressed. Immutable; holds
 * personal data.
 *
 * @param rows what could be read, in the order of the file
 * @param report what else there is to say
 */
public record VendorRows(List<Row> rows, ReadReport report) {
  public VendorRows {
    rows = List.copyOf(rows);
  }

  /** What is to be told. */
  public List<Finding> findings() {
    return report.findings();
  }

  /**
   * A record that could not be read.
   *
   * @param line where it begins, from 1
   * @param user whom it speaks of; null when that cannot be read either
   */
  public record Damaged(long line, @Nullable UserIdentity user) {}

  @Override
  public String toString() {
    return "VendorRows[" + rows.size() + " rows, " + report.damaged().size() + " damaged]";
  }
}
