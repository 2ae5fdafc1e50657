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
 * @param damaged records that could not be read
 * @param findings what is to be told
 * @param records how many records the file has, the header not counted
 * @param notExchanged how many of them the standard does not exchange
 */
public record VendorRows(
    List<Row> rows,
    List<Damaged> damaged,
    List<Finding> findings,
    long records,
    long notExchanged) {
  public VendorRows {
    rows = List.copyOf(rows);
    damaged = List.copyOf(damaged);
    findings = List.copyOf(findings);
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
    return "VendorRows[" + rows.size() + " rows, " + damaged.size() + " damaged]";
  }
}
