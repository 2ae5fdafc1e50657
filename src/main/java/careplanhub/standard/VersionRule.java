package careplanhub.standard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CSVバージョン: one a file (rule 10), known, and of the service month (rule 11). */
final class VersionRule implements FileRule {
  private static final int POSITION = 0;
  private static final int OTHERS_LISTED = 16;
  private static final String OF_VERSION_4_0 = "202504";
  private static final String SEEN_IN_PRACTICE = "202410";

  private final CheckContext context;
  private final Field field;
  private final Set<String> others = new HashSet<>();
  private @Nullable String version;

  VersionRule(CheckContext context) {
    this.context = context;
    this.field = context.layout().fields().get(POSITION);
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    String value = row.value(POSITION);
    if (value.equals(version) || value.isEmpty()) {
      return;
    }
    if (version == null) {
      version = value;
      judge(value, row, findings);
    } else if (others.size() < OTHERS_LISTED && others.add(value)) {
      findings.accept(FindingCode.VERSIONS_MIXED.at(row, field));
    }
  }

  /** The first record's version when it has the shape of one; null otherwise. */
  @Nullable String version() {
    return version != null && Months.isMonth(version) ? version : null;
  }

  private void judge(String value, Row row, Consumer<Finding> findings) {
    List<CsvVersion> history = FileKinds.data().csvVersions();
    Optional<CsvVersion> known =
        history.stream().filter(candidate -> candidate.value().equals(value)).findFirst();
    CheckOptions options = context.options();
    if (value.equals(SEEN_IN_PRACTICE)) {
      findings.accept(options.tolerated(FindingCode.VERSION_202410.at(row, field)));
    } else if (value.equals(OF_VERSION_4_0)) {
      findings.accept(options.tolerated(FindingCode.VERSION_202504.at(row, field)));
    } else if (known.isEmpty()) {
      findings.accept(FindingCode.VERSION_UNKNOWN.at(row, field));
      return;
    }
    String needed = versionOf(serviceMonth(row), history);
    if (needed != null && !from(value, history).equals(from(needed, history))) {
      findings.accept(FindingCode.VERSION_OF_MONTH.at(row, field, needed));
    } else if (context.name() != null && !isOfLayout(value)) {
      String label = context.layout().version().label();
      findings.accept(FindingCode.VERSION_OF_NAME.at(row, field, label));
    }
  }

  /** The month whose version counts; null when the file has none. */
  private @Nullable String serviceMonth(Row row) {
    String month = context.serviceMonth();
    if (month == null && context.layout().has("targetMonth")) {
      month = row.get("targetMonth");
    }
    return month != null && Months.isMonth(month) ? month : null;
  }

  private static @Nullable String versionOf(@Nullable String month, List<CsvVersion> history) {
    String version = null;
    for (CsvVersion candidate : history) {
      if (month != null && month(candidate).compareTo(month) <= 0) {
        version = candidate.value();
      }
    }
    return version;
  }

  private boolean isOfLayout(String value) {
    boolean ofVersion3 = value.compareTo(StandardVersion.V3_2.csvVersion()) <= 0;
    return ofVersion3 == (context.layout().version() == StandardVersion.V3_2);
  }

  /** The first month of a version; 202410 means 202407. */
  private static String from(String value, List<CsvVersion> history) {
    String meant = value.equals(SEEN_IN_PRACTICE) ? StandardVersion.V4_1.csvVersion() : value;
    return history.stream()
        .filter(candidate -> candidate.value().equals(meant))
        .map(VersionRule::month)
        .findFirst()
        .orElse("");
  }

  private static String month(CsvVersion version) {
    return version.from().toString().replace("-", "");
  }
}
