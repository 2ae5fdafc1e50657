package careplanhub.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The one entry of the program: {@code ./hub COMMAND}. Exit codes: 0 done, 1 done and something is
 * wrong with the input, 2 wrong use.
 */
@Command(
    name = "hub",
    description = "ケアプランデータ連携ハブ",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    subcommands = {
      AdapterCommand.class,
      AlarmsCommand.class,
      BackupCommand.class,
      BenchCommand.class,
      ChaosCommand.class,
      CheckCommand.class,
      CommandLine.HelpCommand.class,
      ConsentCommand.class,
      CorrectCommand.class,
      DemoCommand.class,
      FaxCommand.class,
      FormsCommand.class,
      GenerateCommand.class,
      InitCommand.class,
      KeysCommand.class,
      PartnersCommand.class,
      RelayAdminCommand.class,
      RelayCommand.class,
      ResendCommand.class,
      RestoreCommand.class,
      RunCommand.class,
      TranslateCommand.class,
      VerifyCommand.class,
      WaitingCommand.class,
      WithdrawCommand.class,
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setResourceBundle(ResourceBundle.getBundle("careplanhub.cli.help"))
        .setExecutionExceptionHandler(new UnexpectedFailure())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(WrongUse.handler());
  }
}
