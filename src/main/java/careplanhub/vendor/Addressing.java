package careplanhub.vendor;

import careplanhub.standard.FileName;
import careplanhub.standard.Finding;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.UserIdentity;
import careplanhub.vendor.VendorRows.Damaged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts rows into files: one for each support office, month and service type (2.2, 2.4), the
 * exports of one office together (rule 19).
 */
final class Addressing {
  private static final List<ServiceTypeCode> SUPPORT_TYPES =
      List.of(new ServiceTypeCode("43"), new ServiceTypeCode("46"), new ServiceTypeCode("AF"));
  private static final int TYPE_LENGTH = 2;

  private final VendorContext context;
  private final Map<Destination, List<Row>> files = new LinkedHashMap<>();
  private final Map<UserIdentity, List<Row>> waiting = new LinkedHashMap<>();
  private final Map<UserIdentity, List<Row>> held = new LinkedHashMap<>();

  private record Destination(OfficeNumber office, String month, ServiceTypeCode type) {}

  private Addressing(VendorContext context) {
    this.context = context;
  }

  static Translated address(List<VendorRows> exports, VendorContext context) {
    return new Addressing(context).address(exports);
  }

  private Translated address(List<VendorRows> exports) {
    ReadReport report = ReadReport.of(exports.stream().map(VendorRows::report).toList());
    List<Finding> findings = new ArrayList<>(report.findings());
    long unidentified = hold(report.damaged());
    exports.stream().flatMap(export -> export.rows().stream()).forEach(this::sort);
    if (!waiting.isEmpty()) {
      findings.add(
          VendorFinding.UNKNOWN_SUPPORT_OFFICE.of(
              "担当の居宅介護支援事業所が分からない利用者が "
                  + waiting.size()
                  + " 人います。その行は送らずに待ちます。事業所の表（support-offices.csv）に書くか、要確認の表に答えてください。"));
    }
    if (!report.unmatched().isEmpty()) {
      findings.add(
          VendorFinding.UNMATCHED_USER.of(
              "だれのことか決まっていない利用者が "
                  + report.unmatched().size()
                  + " 人います。その行は送らずに待ちます。事業所の表（users.csv）に書くか、要確認の表に答えてください。"));
    }
    return new Translated(
        files.entrySet().stream().map(e -> file(e.getKey(), e.getValue())).toList(),
        users(waiting),
        users(held),
        report.unmatched(),
        unidentified,
        findings,
        report.records(),
        report.notExchanged());
  }

  /** Holds the users of damaged records; returns how many records are nobody's. */
  private long hold(List<Damaged> damaged) {
    long unidentified = 0;
    for (Damaged one : damaged) {
      if (one.user() == null) {
        unidentified++;
      } else {
        held.putIfAbsent(one.user(), new ArrayList<>());
      }
    }
    return unidentified;
  }

  private void sort(Row row) {
    UserIdentity user = row.user();
    List<Row> kept = held.get(user);
    String supportOffice = row.get("supportOfficeNumber");
    if (kept != null) {
      kept.add(row);
    } else if (supportOffice.isEmpty()) {
      waiting.computeIfAbsent(user, one -> new ArrayList<>()).add(row);
    } else {
      Destination destination =
          new Destination(
              new OfficeNumber(supportOffice),
              row.get("targetMonth"),
              new ServiceTypeCode(row.get("serviceCode").substring(0, TYPE_LENGTH)));
      files.computeIfAbsent(destination, one -> new ArrayList<>()).add(row);
    }
  }

  private AddressedFile file(Destination destination, List<Row> rows) {
    Row first = rows.get(0);
    return new AddressedFile(
        new FileName(
            first.layout().version(),
            first.layout().kind(),
            destination.month,
            context.office(),
            destination.type,
            destination.office,
            supportTypeOf(destination.office),
            context.serials().next(),
            null),
        rows);
  }

  private ServiceTypeCode supportTypeOf(OfficeNumber office) {
    return context.directory().serviceTypesOf(office).stream()
        .filter(SUPPORT_TYPES::contains)
        .findFirst()
        .orElse(SUPPORT_TYPES.get(0));
  }

  private static List<UserRows> users(Map<UserIdentity, List<Row>> rows) {
    return rows.entrySet().stream().map(e -> new UserRows(e.getKey(), e.getValue())).toList();
  }
}
