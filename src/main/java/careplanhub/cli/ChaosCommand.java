package careplanhub.cli;

import careplanhub.lab.chaos.Chaos;
import careplanhub.lab.chaos.ChaosPoint;
import careplanhub.lab.chaos.ChaosResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub chaos}: kills relay and hubs while files go through them. */
@Command(
    name = "chaos",
    description = {
      "架空の 2 法人の送受信の途中で、ハブと連携基盤を何度も強制終了（kill -9）します。",
      "失われたファイル、2 回届いたファイル、書きかけで見えたファイルがないことを確かめます。あれば終了コードは 1 です。"
    },
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--checkpoints", description = "処理の節目（チェックポイント）のすべてで、1 回ずつ強制終了する")
  private boolean checkpoints;

  @Option(names = "--random", paramLabel = "回数", description = "でたらめな時点で、この回数だけ強制終了する")
  private int random;

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

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (checkpoints == random > 0) {
      throw new WrongUse(spec.commandLine(), "--checkpoints か --random 回数 のどちらかを付けてください。");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = NewWorldFolder.of(spec.commandLine(), directory, "careplan-hub-chaos-");
    out.println("フォルダ: " + folder);
    Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
    try (Chaos chaos =
        Chaos.start(
            folder,
            ProgramFolder.path(),
            seed,
            clock,
            (number, what, took) -> {
              out.printf("%3d %-40s %5d ms%n", number, what, took.toMillis());
              out.flush();
            })) {
      Runtime.getRuntime().addShutdownHook(new Thread(chaos::end, "chaos-end"));
      if (checkpoints) {
        chaos.killAt(ChaosPoint.ALL);
      } else {
        chaos.killAtRandom(random, seed);
      }
      ChaosResult result = chaos.result();
      result.problems().forEach(out::println);
      out.println(result.lastLine());
      return result.problems().isEmpty() ? 0 : 1;
    }
  }
}
