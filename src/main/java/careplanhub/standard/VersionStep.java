package careplanhub.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a send unit from one version of the standard to the other, V3.2 ⇄ V4.1. What V3.2 has no
 * place for is refused, unless the caller declares that it may be lost; then it is told as a
 * warning. Up, the service types of the names come from the register of offices or, for an office
 * that stands in none, from rows that name one type only; nothing else is made up. {@code
 * docs/interpretation.md} lists the differences of the versions.
 *
 * <p>Immutable, safe for every thread. A unit is held in memory.
 */
public final class VersionStep {
  private static final String THIRD_SHEET = "UP3KYO";
  private static final String COUNT = "count";
  private static final int FINDINGS_PER_CODE = 1_000;

  private final RegisteredTypes types;
  private final Set<VersionLoss> allowed;

  /**
   * A file with its rows, all of the layout of the name's version and kind.
   *
   * @param rows personal data; empty for a picture
   */
  public record File(FileName name, List<Row> rows) {
    public File {
      rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
      return "File[" + name.kind() + ", " + rows.size() + " rows]";
    }
  }

  /**
   * What became of a unit.
   *
   * @param files in the order of the unit; not to be used when a report has errors
   * @param reports what was refused, lost or is missing, one for each file that has something;
   *     lines and columns are those of the files that came
   */
  public record Stepped(List<File> files, List<FileReport> reports) {
    public Stepped {
      files = List.copyOf(files);
      reports = List.copyOf(reports);
    }

    public boolean hasErrors() {
      return reports.stream().anyMatch(FileReport::hasErrors);
    }
  }

  /**
   * A step by one register.
   *
   * @param allowed what may be lost on the way down to V3.2; usually nothing
   */
  public VersionStep(RegisteredTypes types, Set<VersionLoss> allowed) {
    this.types = types;
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * The unit in a version; files of that version already stay as they are.
   *
   * @param unit the files of one send unit, not empty
   */
  public Stepped to(StandardVersion version, List<File> unit) {
    Map<String, FindingList> findings = new TreeMap<>();
    List<File> files = new ArrayList<>();
    for (File file : unit) {
      FindingList found =
          findings.computeIfAbsent(
              file.name().format(), name -> new FindingList(FINDINGS_PER_CODE));
      File made = file.name().version() == version ? file : step(version, file, unit, found);
      if (made != null) {
        files.add(made);
      }
    }
    return new Stepped(files, reports(unit, findings));
  }

  private @Nullable File step(
      StandardVersion version, File file, List<File> unit, Consumer<Finding> findings) {
    return version == StandardVersion.V4_1 ? up(file, unit, findings) : down(file, unit, findings);
  }

  private @Nullable File up(File file, List<File> unit, Consumer<Finding> findings) {
    FileName name = file.name();
    Layout layout = layout(StandardVersion.V4_1, name.kind()).orElseThrow();
    List<Row> rows = new ArrayList<>();
    for (Row row : file.rows()) {
      if (!row.get("csvVersion").equals(StandardVersion.V3_2.csvVersion())) {
        findings.accept(FindingCode.STEP_OTHER_VERSION.at(row, row.layout().field("csvVersion")));
      }
      if (layout.has("taisCode") && isEquipment(row)) {
        findings.accept(
            FindingCode.STEP_EQUIPMENT_MISSING.at(row, row.layout().field("serviceCode")));
      }
      rows.add(converted(row, layout));
    }
    if (name.kind().equals("UP1KYO")) {
      findings.accept(FindingCode.STEP_THIRD_SHEET_MISSING.of());
    }
    Optional<ServiceTypeCode> from = typeOf(name.from(), unit);
    Optional<ServiceTypeCode> to = typeOf(name.to(), unit);
    tellUnknown(from, "送信元", findings);
    tellUnknown(to, "送信先", findings);
    return from.isEmpty() || to.isEmpty()
        ? null
        : new File(renamed(name, StandardVersion.V4_1, from.get(), to.get()), rows);
  }

  private static boolean isEquipment(Row row) {
    String code = row.get("serviceCode");
    return EquipmentRule.isEquipment(code) && !BreakdownRow.isSubtotalOrTotal(code);
  }

  private static void tellUnknown(
      Optional<ServiceTypeCode> type, String whose, Consumer<Finding> findings) {
    if (type.isEmpty()) {
      findings.accept(FindingCode.STEP_TYPE_UNKNOWN.of(whose));
    }
  }

  private @Nullable File down(File file, List<File> unit, Consumer<Finding> findings) {
    FileName name = file.name();
    if (name.kind().equals(THIRD_SHEET)) {
      lost(
          VersionLoss.THIRD_SHEET,
          FindingCode.STEP_THIRD_SHEET.of(),
          FindingCode.STEP_THIRD_SHEET_LOST.of(),
          findings);
      return null;
    }
    Optional<Layout> layout = layout(StandardVersion.V3_2, name.kind());
    if (layout.isEmpty()) {
      findings.accept(FindingCode.STEP_KIND.of());
      return null;
    }
    boolean typesComeBack =
        typeOf(name.from(), unit).equals(Optional.ofNullable(name.fromType()))
            && typeOf(name.to(), unit).equals(Optional.ofNullable(name.toType()));
    if (!typesComeBack) {
      lost(
          VersionLoss.SERVICE_TYPE,
          FindingCode.STEP_TYPE.of(),
          FindingCode.STEP_TYPE_LOST.of(),
          findings);
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : file.rows()) {
      tellLosses(row, layout.get(), findings);
      rows.add(converted(row, layout.get()));
    }
    return new File(renamed(name, StandardVersion.V3_2, null, null), rows);
  }

  private void tellLosses(Row row, Layout target, Consumer<Finding> findings) {
    for (Field field : row.layout().fields()) {
      if (!target.has(field.key()) && !row.value(field).isEmpty()) {
        lost(
            VersionLoss.EQUIPMENT,
            FindingCode.STEP_EQUIPMENT.at(row, field),
            FindingCode.STEP_EQUIPMENT_LOST.at(row, field),
            findings);
      }
    }
    if (target.has(COUNT) && row.get(COUNT).length() > target.field(COUNT).length()) {
      findings.accept(FindingCode.STEP_COUNT.at(row, row.layout().field(COUNT)));
    }
  }

  private void lost(
      VersionLoss loss, Finding refused, Finding declared, Consumer<Finding> findings) {
    findings.accept(allowed.contains(loss) ? declared : refused);
  }

  /** What a name of V4.1 gives as the office's type. */
  private Optional<ServiceTypeCode> typeOf(OfficeNumber office, List<File> unit) {
    Set<ServiceTypeCode> served = ServedTypes.of(office, unit);
    List<ServiceTypeCode> registered = types.of(office);
    if (registered.isEmpty()) {
      return served.size() == 1 ? served.stream().findFirst() : Optional.empty();
    }
    return registered.stream()
        .filter(served::contains)
        .findFirst()
        .or(() -> Optional.of(registered.get(0)));
  }

  private static Row converted(Row row, Layout target) {
    String[] values = new String[target.width()];
    for (int i = 0; i < values.length; i++) {
      String key = target.fields().get(i).key();
      values[i] = row.layout().has(key) ? row.get(key) : "";
    }
    values[target.position("csvVersion")] = target.version().csvVersion();
    return new Row(target, values, row.line(), row.record());
  }

  private static FileName renamed(
      FileName name,
      StandardVersion version,
      @Nullable ServiceTypeCode from,
      @Nullable ServiceTypeCode to) {
    return new FileName(
        version, name.kind(), name.month(), name.from(), from, name.to(), to, name.serial(), null);
  }

  private static Optional<Layout> layout(StandardVersion version, String kind) {
    return Standard.data().layout(version, kind);
  }

  private static List<FileReport> reports(List<File> unit, Map<String, FindingList> findings) {
    List<FileReport> reports = new ArrayList<>();
    for (File file : unit) {
      FindingList found = findings.remove(file.name().format());
      if (found != null && !found.toList().isEmpty()) {
        FileName name = file.name();
        reports.add(
            new FileReport(
                name.format(),
                name.kind(),
                name.version().csvVersion(),
                file.rows().size(),
                found.toList()));
      }
    }
    return reports;
  }
}
