package careplanhub.cli;

import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileReport;
import careplanhub.standard.FileReports;
import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.UnitCheck;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub check}: checks files against the standard. Exit codes: 0 without errors, 1 with
 * errors, 2 for wrong use. With {@code --json} nothing but the array of reports goes to the output.
 */
@Command(
    name = "check",
    description = "ファイルが標準仕様に合っているかを検査します。同じファイル連番のファイルを一緒に指定すると、送信単位としても検査します。",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Option(names = "--json", description = "結果を JSON で出力します。")
  private boolean json;

  @Option(names = "--strict", description = "読み取れても標準仕様にない書き方を誤りとします。")
  private boolean strict;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "検査するファイル")
  private List<String> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<NamedSource> sources = files.stream().map(this::source).toList();
    List<FileReport> reports =
        UnitCheck.check(sources, strict ? CheckOptions.strict() : CheckOptions.tolerant());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FileReports.toJson(reports));
    } else {
      reports.forEach(report -> print(report, out));
      printSummary(reports, out);
    }
    out.flush();
    return reports.stream().anyMatch(FileReport::hasErrors) ? 1 : 0;
  }

  private NamedSource source(String name) {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new WrongUse(spec.commandLine(), "ファイル名として使えない文字があります。");
    }
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new WrongUse(spec.commandLine(), "ファイルがありません: " + name);
    }
    return new NamedSource(name, () -> Files.newInputStream(file));
  }

  private static void print(FileReport report, PrintWriter out) {
    report.findings().forEach(finding -> out.println(FindingLine.of(report.file(), finding)));
  }

  private static void printSummary(List<FileReport> reports, PrintWriter out) {
    List<Finding> findings = reports.stream().flatMap(r -> r.findings().stream()).toList();
    long errors = findings.stream().filter(Finding::isError).count();
    long rows = reports.stream().mapToLong(FileReport::rows).sum();
    out.printf(
        "検査したファイル %d件、レコード %d件: 誤り %d件、注意 %d件%n",
        reports.size(), rows, errors, findings.size() - errors);
  }
}
