package careplanhub.cli;

import careplanhub.lab.bench.CodecBench;
import careplanhub.lab.bench.CodecFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub bench codec}: how long reading, checking and writing take beside the floor. */
@Command(
    name = "codec",
    description = {
      "標準仕様の CSV を 1 つのスレッドで読み、すべて検査し、書く速さを測ります。",
      "基準は、検査をせずに MS932 と FastCSV だけで読み書きする時間で、同じ実行の中で交互に測ります（JMH）。"
    },
    mixinStandardHelpOptions = true)
final class BenchCodecCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--kind",
      paramLabel = "種別",
      defaultValue = "UPJSK",
      description = "ファイルの種別（既定 ${DEFAULT-VALUE}）")
  private String kind;

  @Option(
      names = "--rows",
      paramLabel = "行数",
      defaultValue = "1000000",
      description = "少なくともこの行数を、ファイル単位で（既定 ${DEFAULT-VALUE}）")
  private long rows;

  @Option(
      names = "--rounds",
      paramLabel = "回数",
      defaultValue = "5",
      description = "基準とハブを交互に測る回数（既定 ${DEFAULT-VALUE}）。中央値が結果になる")
  private int rounds;

  @Option(
      names = "--warm-ups",
      paramLabel = "回数",
      defaultValue = "3",
      description = "毎回、測る前に全行を通す回数（既定 ${DEFAULT-VALUE}）")
  private int warmUps;

  @Option(
      names = "--passes",
      paramLabel = "回数",
      defaultValue = "3",
      description = "毎回、測りながら全行を通す回数（既定 ${DEFAULT-VALUE}）")
  private int passes;

  @Option(names = "--limit", paramLabel = "比", description = "比がこれを超えたら終了コードを 1 にする（既定 なし）")
  private Double limit = Double.POSITIVE_INFINITY;

  @Override
  public Integer call() throws IOException, RunnerException {
    checkUse();
    PrintWriter out = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("careplan-hub-bench-");
    try {
      CodecBench bench =
          new CodecBench(folder, kind, new CodecBench.Effort(rows, rounds, warmUps, passes));
      out.printf(
          "JDK %s、%s、%d コア、種別 %s%n",
          Runtime.version(),
          System.getProperty("os.arch"),
          Runtime.getRuntime().availableProcessors(),
          kind);
      out.flush();
      CodecFigures figures = bench.run((number, round) -> print(out, number, round));
      out.printf("1 回に %d 行。次の行は中央値。%n", figures.rows());
      out.println(figures.lastLine());
      return figures.ratio() > limit ? 1 : 0;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private void checkUse() {
    if (Stream.of(rows, (long) rounds, (long) passes).anyMatch(number -> number < 1)
        || warmUps < 0) {
      throw new WrongUse(spec.commandLine(), "行数と回数は 1 以上にしてください（--warm-ups は 0 以上）。");
    }
    if (!CodecBench.knows(kind)) {
      throw new WrongUse(spec.commandLine(), "--kind のファイルは作れません: " + kind);
    }
  }

  private static void print(PrintWriter out, int number, CodecFigures.Round round) {
    out.printf(
        "%2d 回目  基準 %,.0f 行/秒  ハブ %,.0f 行/秒  比 %.3f%n",
        number, round.floor() * 1e9, round.hub() * 1e9, round.ratio());
    out.flush();
  }
}
