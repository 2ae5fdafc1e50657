package careplanhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub adapter}: the adapters of care software. */
@Command(
    name = "adapter",
    description = "介護ソフト独自の形式の変換設定（アダプタ）を扱います。",
    mixinStandardHelpOptions = true,
    subcommands = {
      AdapterAddCommand.class,
      AdapterApproveCommand.class,
      AdapterBackCommand.class,
      AdapterNewCommand.class,
      AdapterPackCommand.class,
      AdapterTestCommand.class,
      AdapterTryCommand.class,
    })
final class AdapterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse(spec.commandLine(), "コマンドを指定してください。");
  }
}
