package careplanhub.standard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes files of the standard as the standard says, where what was meant is certain: {@code
 * /standard/mending.yaml} lists the kinds. A file that still has errors then is not given a name:
 * no record is ever left out, and nothing is guessed. Files that belong together are checked
 * together, before and after.
 */
public final class Mending {
  private final List<NamedSource> files;
  private final CheckOptions options;
  private final MendedFiles mended;

  private Mending(List<NamedSource> files, CheckOptions options, MendedFiles mended) {
    this.files = files;
    this.options = options;
    this.mended = mended;
  }

  /**
   * Mends the files into the given place.
   *
   * @param options the bounds; tolerant, or what can be mended would be an error
   * @return a report for each file, in their order
   * @throws IOException when a mended file cannot be written or read again; a file that cannot be
   *     read has a report
   */
  public static List<MendingReport> mend(
      List<NamedSource> files, CheckOptions options, MendedFiles mended) throws IOException {
    return new Mending(files, options, mended).run();
  }

  private List<MendingReport> run() throws IOException {
    List<FileReport> before = UnitCheck.check(files, options);
    List<FileMending> mendings = new ArrayList<>();
    Set<FileName> names = new HashSet<>();
    for (int i = 0; i < files.size(); i++) {
      FileMending mending = new FileMending(files.get(i), options.reading());
      FileName name = mending.name();
      if (name != null && isReadable(before.get(i)) && names.add(name)) {
        mending.writeInto(mended);
      }
      mendings.add(mending);
    }
    Map<FileName, FileReport> after = checkMended(mendings);
    List<MendingReport> reports = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      reports.add(report(mendings.get(i), before.get(i), after));
    }
    return reports;
  }

  private static boolean isReadable(FileReport report) {
    return report.findings().stream()
        .noneMatch(finding -> finding.code().equals(FindingCode.UNREADABLE.code()));
  }

  private Map<FileName, FileReport> checkMended(List<FileMending> mendings) {
    List<FileName> names =
        mendings.stream().filter(FileMending::isWhole).map(FileMending::name).toList();
    List<NamedSource> sources =
        names.stream()
            .map(name -> new NamedSource(name.format(), () -> mended.open(name)))
            .toList();
    List<FileReport> checked = sources.isEmpty() ? List.of() : UnitCheck.check(sources, options);
    Map<FileName, FileReport> reports = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      reports.put(Objects.requireNonNull(names.get(i)), checked.get(i));
    }
    return reports;
  }

  private static MendingReport report(
      FileMending mending, FileReport before, Map<FileName, FileReport> after) {
    FileName name = mending.isWhole() ? mending.name() : null;
    FileReport found = name == null ? null : after.get(name);
    if (found != null && !found.hasErrors()) {
      return new MendingReport(before.file(), name, mending.mends(), found.findings());
    }
    return new MendingReport(before.file(), null, List.of(), left(mending, before, found));
  }

  /** What the file that came has, and what only the mended one shows. */
  private static List<Finding> left(
      FileMending mending, FileReport before, @Nullable FileReport after) {
    List<Finding> left = new ArrayList<>(before.findings());
    Set<String> told = left.stream().map(Finding::code).collect(Collectors.toSet());
    List<Finding> more = new ArrayList<>(mending.refusals());
    if (after != null) {
      after.findings().stream().filter(Finding::isError).forEach(more::add);
    }
    more.stream().filter(finding -> !told.contains(finding.code())).forEach(left::add);
    return left;
  }
}
