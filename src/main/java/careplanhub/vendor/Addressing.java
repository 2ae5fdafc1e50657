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
import java.util.stream.Collectors;

/**
 * Sorts rows into files. Results: one for each support office, month and service type (2.2, 2.4),
 * the exports of one office together (rule 19). Slips: one for each addressee, by 2.6. What an
 * office exports of others' results, or of its own plans, is not its to send and is told.
 */
final class Addressing {
  private static final List<ServiceTypeCode> SUPPORT_TYPES =
      List.of(new ServiceTypeCode("43"), new ServiceTypeCode("46"), new ServiceTypeCode("AF"));
  private static final int TYPE_LENGTH = 2;
  private static final String RESULT = "UPJSK";

  private final VendorContext context;
  private final Map<Destination, List<Row>> files = new LinkedHashMap<>();
  private final Map<UserIdentity, List<Row>> waiting = new LinkedHashMap<>();
  private final Map<UserIdentity, List<Row>> held = new LinkedHashMap<>();

  private final Slips slips;
  private long notAddressed;
  private final List<Row> ownPlans = new ArrayList<>();
  private final List<Row> othersResults = new ArrayList<>();

  private record Destination(OfficeNumber office, String month, ServiceTypeCode type) {}

  private Addressing(VendorContext context) {
    this.context = context;
    this.slips = new Slips(context);
  }

  static Translated address(List<VendorRows> exports, VendorContext context) {
    return new Addressing(context).address(exports);
  }

  private Translated address(List<VendorRows> exports) {
    ReadReport report = ReadReport.of(exports.stream().map(VendorRows::report).toList());
    List<Finding> findings = new ArrayList<>(report.findings());
    long unidentified = hold(report.damaged());
    exports.stream().flatMap(export -> export.rows().stream()).forEach(this::sort);
    List<AddressedFile> addressed =
        files.entrySet().stream()
            .map(e -> file(e.getKey(), e.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    addressed.addAll(slips.files(findings));
    tellOthers(findings);
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
        addressed,
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
    String kind = row.layout().kind();
    if (!kind.equals(Slips.SLIP) && !kind.equals(RESULT)) {
      if (!Slips.have(kind)) {
        notAddressed++;
      } else if (kept == null) {
        slips.add(row);
      }
      return;
    }
    boolean slip = kind.equals(Slips.SLIP);
    boolean own = row.get("serviceOfficeNumber").equals(context.office().value());
    if (slip == own) {
      (slip ? ownPlans : othersResults).add(row);
      return;
    }
    String supportOffice = row.get("supportOfficeNumber");
    if (kept != null) {
      kept.add(row);
    } else if (slip) {
      slips.add(row);
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

  /** Planned rows come from the support office, and results from the office that served. */
  private void tellOthers(List<Finding> findings) {
    if (!ownPlans.isEmpty()) {
      findings.add(
          VendorFinding.NOT_EXCHANGED.of(
              "自分の事業所の予定は居宅介護支援事業所から届くものなので送りません（" + ownPlans.size() + " 行）。"));
    }
    if (notAddressed > 0) {
      findings.add(
          VendorFinding.NOT_EXCHANGED.of("予定と実績のほかのファイルは、この形式からは送りません（" + notAddressed + " 行）。"));
    }
    if (!othersResults.isEmpty()) {
      findings.add(
          VendorFinding.NOT_EXCHANGED.of("ほかの事業所の実績は送りません（" + othersResults.size() + " 行）。"));
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
            supportTypeOf(destination.office, context),
            context.serials().next(),
            null),
        rows);
  }

  /** The type under which a support office sends and receives. */
  static ServiceTypeCode supportTypeOf(OfficeNumber office, VendorContext context) {
    return context.directory().serviceTypesOf(office).stream()
        .filter(SUPPORT_TYPES::contains)
        .findFirst()
        .orElse(SUPPORT_TYPES.get(0));
  }

  private static List<UserRows> users(Map<UserIdentity, List<Row>> rows) {
    return rows.entrySet().stream().map(e -> new UserRows(e.getKey(), e.getValue())).toList();
  }
}
