package careplanhub.cli;

import careplanhub.hub.AlarmTrial;
import careplanhub.hub.alarm.TrialDesk;
import careplanhub.office.ConfigurationException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub alarms test}: a trial to those who get alarms. Exit codes: 0 all were taken, 1 one
 * was not, 2 wrong use.
 */
@Command(
    name = "test",
    description = {
      "試験の知らせを、管理者（alarms.mail.administrators）と webhook に送り、届いたか、届かなければなぜかを示します。",
      "ハブが動いていなくても使えます。1 つでも送れなければ終了コードは 1 です。"
    },
    mixinStandardHelpOptions = true)
final class AlarmsTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--everybody", description = "事業所の people のアドレスにも送ります。")
  private boolean everybody;

  @Parameters(paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(directory)) {
      throw new WrongUse(spec.commandLine(), "フォルダがありません: " + directory);
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<TrialDesk.Outcome> outcomes = AlarmTrial.run(directory, everybody, Clock.systemUTC());
      if (outcomes.isEmpty()) {
        out.println(
            "送る先がありません。config/hub.yaml の alarms.mail（host、administrators）か alarms.webhook（url）に書いてください。");
        return 1;
      }
      outcomes.forEach(outcome -> out.println(line(outcome)));
      return outcomes.stream().allMatch(TrialDesk.Outcome::isTaken) ? 0 : 1;
    } catch (ConfigurationException e) {
      out.println(e.getMessage());
      return 1;
    } finally {
      out.flush();
    }
  }

  private static String line(TrialDesk.Outcome outcome) {
    return (outcome.way() + " " + outcome.address()).strip()
        + ": "
        + (outcome.isTaken() ? "送れました" : "送れません。" + outcome.trouble());
  }
}
