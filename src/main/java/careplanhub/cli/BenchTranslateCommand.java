package careplanhub.cli;

import careplanhub.lab.bench.CodecBench;
import careplanhub.lab.bench.TranslateBench;
import careplanhub.lab.bench.TranslateFigures;
import careplanhub.office.ConfigurationException;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.Adapters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub bench translate}: how long each adapter takes beside the codec, both ways. */
@Command(
    name = "translate",
    description = {
      "アダプタごとに、ソフトの形式から標準仕様へ、標準仕様からソフトの形式へ直す速さを、1 つのスレッドで測ります。",
      "基準は、同じ行の標準仕様の CSV を読み、すべて検査し、書く時間（bench codec）で、同じ実行の中で交互に測ります（JMH）。"
    },
    mixinStandardHelpOptions = true)
final class BenchTranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--adapter", paramLabel = "名前", description = "測るアダプタ（既定 すべて）")
  private @Nullable String only;

  @Option(
      names = "--rows",
      paramLabel = "行数",
      defaultValue = "1000000",
      description = "少なくともこの行数（標準仕様の行）を、ファイル単位で（既定 ${DEFAULT-VALUE}）")
  private long rows;

  @Option(
      names = "--rounds",
      paramLabel = "回数",
      defaultValue = "3",
      description = "基準と両方向を交互に測る回数（既定 ${DEFAULT-VALUE}）。中央値が結果になる")
  private int rounds;

  @Option(
      names = "--warm-ups",
      paramLabel = "回数",
      defaultValue = "2",
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

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Override
  public Integer call() throws IOException, RunnerException, ConfigurationException {
    if (Stream.of(rows, (long) rounds, (long) passes).anyMatch(number -> number < 1)
        || warmUps < 0) {
      throw new WrongUse(spec.commandLine(), "行数と回数は 1 以上にしてください（--warm-ups は 0 以上）。");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "JDK %s、%s、%d コア%n",
        Runtime.version(),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    List<TranslateFigures> all = new ArrayList<>();
    for (Adapter adapter : adapters()) {
      all.add(measure(adapter, out));
    }
    out.println("次の行は中央値。");
    all.forEach(figures -> figures.lines().forEach(out::println));
    out.println(TranslateFigures.lastLine(all));
    return TranslateFigures.worstRatio(all) > limit ? 1 : 0;
  }

  private Collection<Adapter> adapters() throws IOException, ConfigurationException {
    Adapters adapters = Adapters.load(config.resolve("vendors"));
    String names = String.join("、", adapters.all().stream().map(Adapter::name).toList());
    if (only == null) {
      if (names.isEmpty()) {
        throw new WrongUse(spec.commandLine(), "アダプタがありません: " + config.resolve("vendors"));
      }
      return adapters.all();
    }
    String wanted = only;
    return List.of(
        adapters
            .named(wanted)
            .orElseThrow(
                () ->
                    new WrongUse(
                        spec.commandLine(), "「" + wanted + "」というアダプタはありません。使えるもの: " + names)));
  }

  private TranslateFigures measure(Adapter adapter, PrintWriter out)
      throws IOException, RunnerException {
    Path folder = Files.createTempDirectory("careplan-hub-bench-");
    try {
      CodecBench.Effort effort = new CodecBench.Effort(rows, rounds, warmUps, passes);
      return new TranslateBench(folder, config.resolve("vendors"), adapter, effort)
          .run(new Shown(adapter.name(), out));
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  /** Says on the terminal how far it is. */
  private record Shown(String adapter, PrintWriter out) implements TranslateBench.Progress {
    @Override
    public void prepared(List<String> kinds, List<String> serviceTypes, long rows) {
      out.printf(
          "アダプタ %s、種別 %s、サービス種類 %s、1 回に %d 行%n",
          adapter, String.join("・", kinds), String.join("・", serviceTypes), rows);
      out.flush();
    }

    @Override
    public void measured(int number, TranslateFigures.Round round) {
      out.printf(
          "%2d 回目  基準 %,.0f 行/秒  標準へ %,.0f 行/秒（比 %.3f）  標準から %,.0f 行/秒（比 %.3f）%n",
          number,
          round.codec() * 1e9,
          round.toStandard() * 1e9,
          round.toStandardRatio(),
          round.fromStandard() * 1e9,
          round.fromStandardRatio());
      out.flush();
    }
  }
}
