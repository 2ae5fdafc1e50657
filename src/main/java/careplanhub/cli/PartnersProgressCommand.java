package careplanhub.cli;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.JoiningProgress;
import careplanhub.office.JoiningStage;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub partners progress}: how far the partners have come with joining. Exit codes: 0, 1
 * when the directory cannot be read, 2 wrong use.
 */
@Command(
    name = "progress",
    description = {
      "相手の参加の段階（未案内、案内済、準備中、試験済、運用中）を、相手ごと、段階ごと、月ごとに示します。",
      "段階と日は config/corporation.yaml か config/partners.yaml の joining に書きます。"
    },
    mixinStandardHelpOptions = true)
final class PartnersProgressCommand implements Callable<Integer> {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "DIR", description = "設定のフォルダ。省くと、プログラムの隣の config")
  private Path config = ProgramFolder.config();

  @Option(names = "--on", paramLabel = "日付", description = "この日までの様子（2026-12-31 のように）。省くと今日")
  private @Nullable LocalDate day;

  @Option(names = "--months", description = "何か月分を示すか（既定 ${DEFAULT-VALUE}）", defaultValue = "12")
  private int months;

  @Option(names = "--next", description = "次に進める相手を何件示すか（既定 ${DEFAULT-VALUE}）", defaultValue = "10")
  private int next;

  @Override
  public Integer call() {
    if (months < 1 || next < 0) {
      throw new WrongUse(spec.commandLine(), "--months は 1 以上、--next は 0 以上の数を書いてください。");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      Directory directory = Directory.read(config.resolve("corporation.yaml"));
      LocalDate today = day == null ? LocalDate.now(JAPAN) : day;
      print(JoiningProgress.of(directory.partners(), today, months), out);
      return 0;
    } catch (ConfigurationException e) {
      out.println(e.getMessage());
      return 1;
    } finally {
      out.flush();
    }
  }

  private void print(JoiningProgress progress, PrintWriter out) {
    progress.standings().forEach(standing -> out.println(line(standing)));
    out.println();
    out.println("相手 " + progress.standings().size() + " 件: " + counts(progress.counts()));
    out.println();
    out.println("月末の件数（今月は今日まで）");
    progress.months().forEach((month, counts) -> out.println(month + "  " + counts(counts)));
    List<JoiningProgress.Standing> waiting = progress.waiting();
    if (!waiting.isEmpty() && next > 0) {
      out.println();
      out.println("次に進める相手（先の段階にいて、長く待っている順）");
      waiting.stream()
          .limit(next)
          .forEach(
              standing ->
                  out.println(
                      line(standing)
                          + " → "
                          + standing.next().map(JoiningStage::japanese).orElse("")));
    }
  }

  private static String line(JoiningProgress.Standing standing) {
    LocalDate since = standing.since();
    LocalDate planned = standing.planned();
    return standing.partner().number()
        + " "
        + standing.partner().name()
        + " "
        + standing.stage().japanese()
        + (since == null ? "" : " " + since + " から " + standing.days() + " 日")
        + (planned == null ? "" : "（次は " + planned + " の予定）");
  }

  private static String counts(Map<JoiningStage, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey().japanese() + " " + count.getValue())
        .collect(Collectors.joining("、"));
  }
}
