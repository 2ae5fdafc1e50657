package careplanhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub bench}: measures how fast the hub is, as a ratio to a named reference. */
@Command(
    name = "bench",
    description = "ハブの速さを、同じ実行の中で測った基準との比で測ります。",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchCodecCommand.class,
      BenchTranslateCommand.class,
      BenchIsolationCommand.class,
      BenchDeliverCommand.class,
      BenchFaxCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse(spec.commandLine(), "コマンドを指定してください。");
  }
}
