package careplanhub.cli;

import careplanhub.office.CheckSettings;
import careplanhub.office.ConfigurationException;
import careplanhub.office.HubSettings;
import careplanhub.standard.CheckOptions;
import careplanhub.standard.FileReport;
import careplanhub.standard.FileReports;
import careplanhub.standard.Finding;
import careplanhub.standard.NamedSource;
import careplanhub.standard.UnitCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub check}: checks files against the standard, and with {@code --mend} writes them as
 * the standard says where what was meant is certain. Exit codes: 0 without errors, 1 with errors or
 * a file that was not written, 2 for wrong use. With {@code --json} nothing but the array of
 * reports goes to the output.
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

  @Option(
      names = "--mend",
      description = {
        "推測なしに直せる書き方（文字コード、改行、引用符、先頭の 0、全角、版、名前など）を直して、--out のフォルダに書き出します。",
        "誤りの残るファイルは書き出しません。元のファイルは変えません。"
      })
  private boolean mend;

  @Option(names = "--out", paramLabel = "DIR", description = "--mend で書き出すフォルダ。同じ名前のファイルがあれば書きません。")
  private @Nullable Path out;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "検査するファイル")
  private List<String> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, ConfigurationException {
    if (mend != (out != null) || (mend && strict)) {
      throw new WrongUse(spec.commandLine(), "--mend と --out は一緒に指定してください。--strict は一緒に使えません。");
    }
    List<NamedSource> sources = files.stream().map(this::source).toList();
    CheckSettings limits = HubSettings.read(config.resolve("hub.yaml")).check();
    boolean right =
        out == null
            ? check(sources, strict ? limits.strict() : limits.tolerant())
            : mend(sources, limits.tolerant(), out);
    spec.commandLine().getOut().flush();
    spec.commandLine().getErr().flush();
    return right ? 0 : 1;
  }

  private boolean check(List<NamedSource> sources, CheckOptions options) {
    List<FileReport> reports = UnitCheck.check(sources, options);
    PrintWriter screen = spec.commandLine().getOut();
    if (json) {
      screen.println(FileReports.toJson(reports));
    } else {
      reports.forEach(report -> print(report, screen));
      printSummary(reports, screen);
    }
    return reports.stream().noneMatch(FileReport::hasErrors);
  }

  private boolean mend(List<NamedSource> sources, CheckOptions options, Path folder)
      throws IOException {
    return new MendingRun(
            options, folder, json, spec.commandLine().getOut(), spec.commandLine().getErr())
        .mend(sources);
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
