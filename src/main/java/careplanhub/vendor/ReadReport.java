package careplanhub.vendor;

import careplanhub.standard.Finding;
import careplanhub.vendor.VendorRows.Damaged;
import java.util.List;

/**
 * What reading one file of a vendor has to say beside its rows. Immutable; holds personal data.
 *
 * @param damaged records that could not be read
 * @param unmatched words that nobody has said the user of; their records made no row
 * @param findings what is to be told
 * @param records how many records the file has, the header not counted
 * @param notExchanged how many of them the standard does not exchange
 */
public record ReadReport(
    List<Damaged> damaged,
    List<UnmatchedUser> unmatched,
    List<Finding> findings,
    long records,
    long notExchanged) {
  public ReadReport {
    damaged = List.copyOf(damaged);
    unmatched = List.copyOf(unmatched);
    findings = List.copyOf(findings);
  }

  /** What several exports have to say together. */
  public static ReadReport of(List<ReadReport> reports) {
    return new ReadReport(
        reports.stream().flatMap(report -> report.damaged().stream()).toList(),
        reports.stream().flatMap(report -> report.unmatched().stream()).toList(),
        reports.stream().flatMap(report -> report.findings().stream()).toList(),
        reports.stream().mapToLong(ReadReport::records).sum(),
        reports.stream().mapToLong(ReadReport::notExchanged).sum());
  }

  @Override
  public String toString() {
    return "ReadReport[" + records + " records, " + damaged.size() + " damaged]";
  }
}
