package careplanhub.cli;

import careplanhub.lab.Demo;
import careplanhub.lab.DemoMonthEnd;
import careplanhub.lab.DemoResult;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.Generator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub demo}: a month end between two invented corporations, on this machine alone. */
@Command(
    name = "demo",
    description = "架空の 2 法人の月末を、この機械の中だけで動かして見せます。",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--once", description = "終わったら止まる（付けなければ Ctrl-C まで動き続ける）")
  private boolean once;

  @Option(names = "--patterns", description = "全国のベンダ試験の 7 つのやり取り（D1〜D7）を 2 つのハブの間で行い、終わったら止まる")
  private boolean patterns;

  @Option(names = "--dir", paramLabel = "フォルダ", description = "すべてのフォルダを残す場所。まだ無いか、空のフォルダ")
  private @Nullable Path directory;

  @Option(
      names = "--users",
      paramLabel = "人数",
      defaultValue = "40",
      description = "利用者の人数（既定 ${DEFAULT-VALUE}）")
  private int users;

  @Option(
      names = "--seed",
      paramLabel = "数",
      defaultValue = "1",
      description = "シード（既定 ${DEFAULT-VALUE}）")
  private long seed;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
    Path folder = NewWorldFolder.of(spec.commandLine(), directory, "careplan-hub-demo-");
    out.println("デモのフォルダ: " + folder);
    if (patterns) {
      return DemoPatternsRun.play(out, folder, Generator.of(seed), users, clock);
    }
    DemoMonthEnd monthEnd =
        DemoMonthEnd.of(Generator.of(seed), users, YearMonth.now(clock).plusMonths(1));
    try (Demo demo = Demo.start(folder, ProgramFolder.path(), monthEnd, clock)) {
      DemoResult result = play(demo);
      print(out, result);
      if (!once) {
        stay(out, demo);
      }
      result.problems().forEach(out::println);
      out.println(result.lastLine());
      return result.problems().isEmpty() ? 0 : 1;
    }
  }

  private static DemoResult play(Demo demo) throws IOException, InterruptedException {
    try (ProgressBar bar =
        new ProgressBarBuilder().setTaskName("届いたファイル").setInitialMax(1).build()) {
      return demo.play((arrived, expected) -> bar.maxHint(expected).stepTo(arrived));
    }
  }

  private static void print(PrintWriter out, DemoResult result) {
    ColorScheme plain = new ColorScheme.Builder(Ansi.OFF).build();
    TextTable table =
        TextTable.forColumns(
            plain,
            new Column(40, 0, Overflow.TRUNCATE),
            new Column(40, 2, Overflow.TRUNCATE),
            new Column(14, 2, Overflow.TRUNCATE),
            new Column(8, 2, Overflow.TRUNCATE));
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    table.addRowValues("送信元", "送信先", "ファイル", "届いた数");
    for (DemoResult.Movement movement : result.movements()) {
      table.addRowValues(
          movement.from().name(),
          movement.to().name(),
          movement.kind(),
          String.valueOf(movement.files()));
    }
    out.println(table);
  }

  private static void stay(PrintWriter out, Demo demo) throws InterruptedException {
    DemoWorld world = demo.world();
    out.println("ハブのフォルダ: " + world.first());
    out.println("相手法人のハブのフォルダ: " + world.second());
    out.println("Hawtio: " + demo.adminAddresses().get(0).resolve("hawtio/"));
    out.println("稼働状態: " + demo.adminAddresses().get(0).resolve("health"));
    out.println("計測値: " + demo.adminAddresses().get(0).resolve("metrics"));
    out.println("ログイン名: " + DemoWorld.ADMINISTRATOR);
    out.println("パスワード: " + demo.passwords().first());
    out.println("outbox にファイルを入れて試せます。止めるには Ctrl-C を押してください。");
    out.flush();
    CountDownLatch forever = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(forever::countDown));
    forever.await();
  }
}
