package careplanhub.cli;

import careplanhub.lab.bench.DeliverBench;
import careplanhub.lab.bench.DeliverFigures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub bench deliver}: how long parcels take over the relay beside a bare loop. */
@Command(
    name = "deliver",
    description = {
      "送信単位を、連携基盤（この機械の中で動かす）を通して送る速さを測ります。",
      "台帳に送信待ちで入っている時から、連携基盤が受け付け、台帳と証跡に「渡した」がディスクまで書かれるまで。",
      "基準は、同じファイルを 1 つのスレッドで書き、ディスクに書き込ませ、名前を変えるだけの時間で、交互に測ります。"
    },
    mixinStandardHelpOptions = true)
final class BenchDeliverCommand implements Callable<Integer> {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  @Spec private CommandSpec spec;

  @Option(
      names = "--parcels",
      paramLabel = "件数",
      defaultValue = "10000",
      description = "測る送信単位の数（既定 ${DEFAULT-VALUE}）")
  private int parcels;

  @Option(
      names = "--rows",
      paramLabel = "行数",
      defaultValue = "100",
      description = "1 件の行数（既定 ${DEFAULT-VALUE}）")
  private int rows;

  @Option(
      names = "--offices",
      paramLabel = "数",
      defaultValue = "24",
      description = "送る法人・受け取る法人それぞれの事業所の数（既定 ${DEFAULT-VALUE}）。どの組にも送る")
  private int offices;

  @Option(
      names = "--rounds",
      paramLabel = "回数",
      defaultValue = "10",
      description = "基準とハブを交互に測る回数（既定 ${DEFAULT-VALUE}）")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "件数",
      defaultValue = "2000",
      description = "測る前に送る件数（既定 ${DEFAULT-VALUE}）")
  private int warmUp;

  @Option(names = "--limit", paramLabel = "比", description = "比がこれを超えたら終了コードを 1 にする（既定 なし）")
  private Double limit = Double.POSITIVE_INFINITY;

  @Option(names = "--dir", paramLabel = "フォルダ", description = "すべてのフォルダを残す場所。まだ無いか、空のフォルダ")
  private @Nullable Path directory;

  @Override
  public Integer call() throws Exception {
    if (IntStream.of(parcels, rows, offices, rounds).anyMatch(number -> number < 1)
        || warmUp < 0
        || rounds > parcels) {
      throw new WrongUse(
          spec.commandLine(), "数は 1 以上に（--warm-up は 0 以上に）、--rounds は --parcels 以下にしてください。");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = NewWorldFolder.of(spec.commandLine(), directory, "careplan-hub-deliver-");
    out.println("フォルダ: " + folder);
    out.flush();
    try {
      DeliverFigures figures =
          new DeliverBench(
                  folder,
                  ProgramFolder.path(),
                  new DeliverBench.Effort(parcels, rows, offices, rounds, warmUp, LONGEST_WAIT),
                  Clock.system(ZoneId.of("Asia/Tokyo")))
              .run((number, round) -> print(out, number, round));
      print(out, figures.all().syncs());
      out.println(figures.lastLine());
      return figures.ratio() > limit ? 1 : 0;
    } finally {
      if (directory == null) {
        TemporaryFolder.delete(folder);
      }
    }
  }

  private static void print(PrintWriter out, int number, DeliverFigures.Round round) {
    out.printf(
        "%2d 回目  %d 件  基準 %.2f 秒  ハブ %.2f 秒（%.0f 件/秒）  比 %.2f%n",
        number,
        round.took().size(),
        round.bareNanos() / 1e9,
        round.hubNanos() / 1e9,
        round.parcelsPerSecond(),
        round.ratio());
    out.flush();
  }

  private static void print(PrintWriter out, DeliverFigures.Syncs syncs) {
    out.printf(
        "ディスクへの書き込みの確定: ハブの台帳 %d 回、ハブのファイル %d 回、連携基盤のデータベース %d 回%n",
        syncs.ledger(), syncs.files(), syncs.relay());
  }
}
