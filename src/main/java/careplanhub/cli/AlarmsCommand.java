package careplanhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub alarms}: what people are told of. */
@Command(
    name = "alarms",
    description = "知らせ（アラーム）の一覧を表示し、届くかどうかを試します。",
    mixinStandardHelpOptions = true,
    subcommands = {AlarmsListCommand.class, AlarmsTestCommand.class})
final class AlarmsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse(spec.commandLine(), "コマンドを指定してください。");
  }
}
