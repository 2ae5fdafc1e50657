package careplanhub.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command was used wrongly: exit code 2, and a Japanese sentence on the error output. */
final class WrongUse extends ParameterException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message Japanese, a whole sentence
   */
  WrongUse(CommandLine command, String message) {
    super(command, message);
  }

  /** Tells every wrong use, picocli's own ones too, in Japanese. */
  static IParameterExceptionHandler handler() {
    return (exception, arguments) -> {
      CommandLine command = exception.getCommandLine();
      command.getErr().println(sentence(exception));
      command
          .getErr()
          .println("使い方: " + command.getCommandSpec().qualifiedName() + " --help で見られます。");
      command.getErr().flush();
      return CommandLine.ExitCode.USAGE;
    };
  }

  private static String sentence(ParameterException exception) {
    if (exception instanceof WrongUse) {
      return String.valueOf(exception.getMessage());
    }
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return "知らないオプションか、余分な引数です: " + String.join(" ", unmatched.getUnmatched());
    }
    if (exception instanceof MissingParameterException missing) {
      return "必要な引数がありません: "
          + String.join("、", missing.getMissing().stream().map(WrongUse::label).toList());
    }
    return "引数の値が正しくありません。";
  }

  private static String label(CommandLine.Model.ArgSpec argument) {
    return argument.isOption()
        ? ((CommandLine.Model.OptionSpec) argument).longestName()
        : argument.paramLabel();
  }
}
