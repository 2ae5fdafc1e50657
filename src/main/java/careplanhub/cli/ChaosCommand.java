package careplanhub.cli;

import careplanhub.lab.chaos.Chaos;
import careplanhub.lab.chaos.ChaosPoint;
import careplanhub.lab.chaos.ChaosResult;
import careplanhub.lab.chaos.Scenario;
import careplanhub.lab.chaos.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub chaos}: troubles for relay and hubs while files go through them. */
@Command(
    name = "chaos",
    description = {
      "架空の 2 法人の送受信の途中で、強制終了（kill -9）やディスク満杯などの障害を起こします。",
      "失われたファイル、2 回届いたファイル、書きかけで見えたファイルがないことを確かめます。あれば終了コードは 1 です。"
    },
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Tokyo"));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "障害", arity = "0..*", description = "起こす障害の名前。--list が一覧を表示する")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "障害の名前と、守られるべきことの一覧を表示する")
  private boolean list;

  @Option(names = "--all", description = "名前のある障害を、すべて順に起こす")
  private boolean all;

  @Option(names = "--checkpoints", description = "処理の節目（チェックポイント）のすべてで、1 回ずつ強制終了する")
  private boolean checkpoints;

  @Option(
      names = "--random",
      paramLabel = "回数",
      description = "でたらめな時点で、この回数だけ、強制終了・満杯・フォルダの消失・時計の狂い・連携基盤の停止のどれかを起こす")
  private int random;

  @Option(
      names = "--files",
      paramLabel = "数",
      description = "たまったファイルや大きなファイルの障害で、ファイルまたは行の数（既定は障害ごとの本来の数）")
  private long files;

  @Option(
      names = "--seed",
      paramLabel = "数",
      defaultValue = "1",
      description = "シード（既定 ${DEFAULT-VALUE}）")
  private long seed;

  @Option(
      names = "--dir",
      paramLabel = "フォルダ",
      description = "すべてのフォルダと各プログラムの出力を残す場所。まだ無いか、空のフォルダ")
  private @Nullable Path directory;

  /** What a world has to go through. */
  @FunctionalInterface
  private interface Ordeal {
    ChaosResult happenTo(Chaos chaos) throws IOException, InterruptedException;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long chosen =
        Stream.of(list, all, checkpoints, random > 0, !names.isEmpty()).filter(b -> b).count();
    if (chosen != 1) {
      throw new WrongUse(
          spec.commandLine(), "障害の名前、--list、--all、--checkpoints、--random 回数 のどれか 1 つを付けてください。");
    }
    if (list) {
      Scenarios.ALL.forEach(this::show);
      return 0;
    }
    List<Scenario> scenarios = all ? Scenarios.ALL : names.stream().map(this::named).toList();
    Path folder = NewWorldFolder.of(spec.commandLine(), directory, "careplan-hub-chaos-");
    out().println("フォルダ: " + folder);
    if (checkpoints) {
      return happen(folder, chaos -> chaos.killAt(ChaosPoint.ALL)) ? 0 : 1;
    }
    if (random > 0) {
      return happen(folder, chaos -> chaos.random(random, seed)) ? 0 : 1;
    }
    return happen(folder, scenarios) ? 0 : 1;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void show(Scenario scenario) {
    out().println(scenario.name());
    out().println("  障害: " + scenario.description());
    out().println("  守られること: " + scenario.invariant());
  }

  private Scenario named(String name) {
    return Scenarios.named(name)
        .orElseThrow(
            () ->
                new WrongUse(spec.commandLine(), "この名前の障害はありません: " + name + "（--list が一覧を表示します）"));
  }

  private boolean happen(Path folder, List<Scenario> scenarios)
      throws IOException, InterruptedException {
    int failed = 0;
    for (Scenario scenario : scenarios) {
      out().println(scenario.name() + ": " + scenario.description());
      long begin = System.nanoTime();
      boolean well = happen(folder.resolve(scenario.name()), chaos -> chaos.run(scenario, files));
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      out().printf("%s %s %d s%n", well ? "OK" : "FAILED", scenario.name(), took.toSeconds());
      out().flush();
      failed += well ? 0 : 1;
    }
    out()
        .println(
            "SCENARIOS "
                + (failed == 0 ? "OK" : "FAILED")
                + " scenarios="
                + scenarios.size()
                + " failed="
                + failed);
    return failed == 0;
  }

  private boolean happen(Path folder, Ordeal ordeal) throws IOException, InterruptedException {
    try (Chaos chaos = Chaos.in(folder, ProgramFolder.path(), seed, CLOCK, this::tell)) {
      Thread end = new Thread(chaos::end, "chaos-end");
      Runtime.getRuntime().addShutdownHook(end);
      ChaosResult result = ordeal.happenTo(chaos);
      Runtime.getRuntime().removeShutdownHook(end);
      result.remarks().forEach(out()::println);
      result.problems().forEach(out()::println);
      out().println(result.lastLine());
      return result.isWell();
    }
  }

  private void tell(int number, String what, Duration took) {
    out().printf("%3d %-40s %5d ms%n", number, what, took.toMillis());
    out().flush();
  }
}
