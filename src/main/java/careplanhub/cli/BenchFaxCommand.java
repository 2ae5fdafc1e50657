package careplanhub.cli;

import careplanhub.fax.page.PageRefusedException;
import careplanhub.lab.fax.FaxBench;
import careplanhub.lab.fax.FaxFigures;
import careplanhub.lab.fax.MissingProgramException;
import careplanhub.office.HubSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub bench fax}: how well filled result sheets are read after a FAX. */
@Command(
    name = "fax",
    description = {
      "手書きの実績記入票を作り、FAX で届いたときのように劣化させ、読み取りの正しさと速さを測ります。",
      "劣化には ImageMagick（convert）と libtiff（tiffcp）を使います。"
    },
    mixinStandardHelpOptions = true)
final class BenchFaxCommand implements Callable<Integer> {
  private static final List<Integer> ROWS = List.of(196, 98);

  @Spec private CommandSpec spec;

  @Option(
      names = "--pages",
      paramLabel = "ページ",
      defaultValue = "1000",
      description = "204×196 と 204×98 のそれぞれで読むページの数（既定 ${DEFAULT-VALUE}）")
  private int pages;

  @Option(
      names = "--seed",
      paramLabel = "数",
      defaultValue = "1",
      description = "同じ数なら同じページになる（既定 ${DEFAULT-VALUE}）")
  private long seed;

  @Option(
      names = "--dir",
      paramLabel = "フォルダ",
      description = "読めなかった、または誤ったページを含む TIFF を残す場所。まだ無いか、空のフォルダ")
  private @Nullable Path directory;

  @Override
  public Integer call() throws IOException, InterruptedException, PageRefusedException {
    if (pages < 1) {
      throw new WrongUse(spec.commandLine(), "--pages は 1 以上にしてください。");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = NewWorldFolder.of(spec.commandLine(), directory, "careplan-hub-fax-");
    try {
      FaxBench bench = new FaxBench(HubSettings.defaults(), folder);
      for (int rows : ROWS) {
        FaxFigures figures = bench.run(rows, pages, seed, known -> tell(out, known));
        out.println(figures.lastLine(heap()));
        out.flush();
      }
      return 0;
    } catch (MissingProgramException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    } finally {
      if (directory == null) {
        TemporaryFolder.delete(folder);
      }
    }
  }

  private static void tell(PrintWriter out, FaxFigures known) {
    out.printf("204×%d  %d ページ  QR コード %d%n", known.rows(), known.pages(), known.codes());
    out.flush();
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
