package careplanhub.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub fax}: work on FAX pages outside the running hub. */
@Command(
    name = "fax",
    description = "FAX のページを試します。",
    mixinStandardHelpOptions = true,
    subcommands = {FaxDegradeCommand.class})
final class FaxCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new WrongUse(spec.commandLine(), "コマンドを指定してください。");
  }
}
