package careplanhub.cli;

import careplanhub.lab.bench.IsolationBench;
import careplanhub.lab.bench.IsolationFigures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub bench isolation}: whether offices in trouble delay others. */
@Command(
    name = "isolation",
    description = {
      "架空の 2 法人の間で実績を送り続け、outbox に入れてから相手の inbox に届くまでの時間を測ります。",
      "前半は異常なし、後半は 1 つの inbox が応答しなくなり、1 つの送信先が返事をしません。どちらでもない事業所の時間を比べます。"
    },
    mixinStandardHelpOptions = true)
final class BenchIsolationCommand implements Callable<Integer> {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  @Spec private CommandSpec spec;

  @Option(
      names = "--offices",
      paramLabel = "数",
      defaultValue = "8",
      description = "それぞれの法人の事業所の数（既定 ${DEFAULT-VALUE}、3 以上）")
  private int offices;

  @Option(
      names = "--interval",
      paramLabel = "ミリ秒",
      defaultValue = "300",
      description = "ファイルを置く間隔（既定 ${DEFAULT-VALUE}）")
  private int interval;

  @Option(
      names = "--warm-up",
      paramLabel = "秒",
      defaultValue = "30",
      description = "測る前に送り続ける長さ（既定 ${DEFAULT-VALUE}）")
  private int warmUp;

  @Option(
      names = "--phase",
      paramLabel = "秒",
      defaultValue = "150",
      description = "前半・後半それぞれの長さ（既定 ${DEFAULT-VALUE}）。返事を待つ 60 秒より長くする")
  private int phase;

  @Option(
      names = "--limit",
      paramLabel = "比",
      description = "p99 の比（後半÷前半）がこれを超えるか、届かないファイルがあれば終了コードを 1 にする（既定 なし）")
  private Double limit = Double.POSITIVE_INFINITY;

  @Option(names = "--dir", paramLabel = "フォルダ", description = "すべてのフォルダを残す場所。まだ無いか、空のフォルダ")
  private @Nullable Path directory;

  @Override
  public Integer call() throws Exception {
    if (offices < 3 || interval < 1 || warmUp < 0 || phase < 1) {
      throw new WrongUse(spec.commandLine(), "--offices は 3 以上、時間は 1 以上にしてください。");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = NewWorldFolder.of(spec.commandLine(), directory, "careplan-hub-isolation-");
    out.println("フォルダ: " + folder);
    out.flush();
    IsolationFigures figures =
        new IsolationBench(
                folder,
                ProgramFolder.path(),
                new IsolationBench.Effort(
                    offices,
                    Duration.ofMillis(interval),
                    Duration.ofSeconds(warmUp),
                    ANSWER_WITHIN,
                    Duration.ofSeconds(phase),
                    LONGEST_WAIT),
                Clock.system(ZoneId.of("Asia/Tokyo")))
            .run();
    print(out, "異常なし", figures.normal());
    print(out, "異常あり", figures.troubled());
    out.println(figures.lastLine());
    return figures.ratio() > limit || (limit.isInfinite() ? 0 : figures.missing()) > 0 ? 1 : 0;
  }

  private static void print(PrintWriter out, String name, IsolationFigures.Phase phase) {
    out.printf(
        "%s  %d ファイル  p50 %,d ms  p99 %,d ms%n",
        name, phase.files(), phase.median().toMillis(), phase.p99().toMillis());
  }
}
