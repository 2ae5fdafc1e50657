package careplanhub.cli;

import careplanhub.lab.DemoPatterns;
import careplanhub.lab.Generator;
import careplanhub.ledger.Parcel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Plays {@code ./hub demo --patterns} and shows what became of each pattern. */
final class DemoPatternsRun {
  private static final ColorScheme PLAIN = new ColorScheme.Builder(Ansi.OFF).build();

  private DemoPatternsRun() {}

  /** Returns the exit code: 0 when every pattern went through. */
  static int play(PrintWriter out, Path folder, Generator generator, int users, Clock clock)
      throws Exception {
    YearMonth month = YearMonth.now(clock).plusMonths(1);
    try (DemoPatterns patterns =
        DemoPatterns.start(folder, ProgramFolder.path(), generator, users, month, clock)) {
      DemoPatterns.Result result = play(patterns);
      out.println(table(result));
      result.problems().forEach(out::println);
      out.println(result.lastLine());
      return result.problems().isEmpty() ? 0 : 1;
    }
  }

  private static DemoPatterns.Result play(DemoPatterns patterns) throws Exception {
    try (ProgressBar bar =
        new ProgressBarBuilder().setTaskName("届いたファイル").setInitialMax(1).build()) {
      return patterns.play((arrived, expected) -> bar.maxHint(expected).stepTo(arrived));
    }
  }

  private static TextTable table(DemoPatterns.Result result) {
    TextTable table =
        TextTable.forColumns(
            PLAIN,
            new Column(5, 0, Overflow.TRUNCATE),
            new Column(34, 1, Overflow.TRUNCATE),
            new Column(26, 1, Overflow.TRUNCATE),
            new Column(10, 1, Overflow.TRUNCATE),
            new Column(8, 1, Overflow.TRUNCATE),
            new Column(8, 1, Overflow.TRUNCATE),
            new Column(8, 1, Overflow.TRUNCATE),
            new Column(8, 1, Overflow.TRUNCATE));
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    table.addRowValues("", "やり取り", "送信元 → 送信先", "ファイル", "行", "渡した", "取得済", "取込済");
    result.lines().forEach(line -> add(table, line));
    return table;
  }

  private static void add(TextTable table, DemoPatterns.Line line) {
    table.addRowValues(
        line.pattern().name(),
        line.pattern().label(),
        line.unit().from().number() + " → " + line.unit().to().number(),
        String.valueOf(line.unit().files().size()),
        String.valueOf(line.unit().rows()),
        light(line.parcel(), Parcel::handedOverAt),
        light(line.parcel(), Parcel::fetchedAt),
        light(line.parcel(), Parcel::importedAt));
  }

  private static String light(
      Optional<Parcel> parcel, Function<Parcel, @Nullable Instant> instant) {
    return parcel.map(instant).isPresent() ? "済" : "未";
  }
}
