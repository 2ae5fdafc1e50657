package careplanhub.cli;

import careplanhub.hub.StoreSentence;
import careplanhub.office.ConfigurationException;
import careplanhub.security.KeyFileException;
import careplanhub.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What ends a command early. A key file or setting that cannot be used is told as it is; of what a
 * command did not foresee the screen gets a Japanese sentence, a file in the machine's folder for
 * temporary files gets what an engineer needs.
 */
final class UnexpectedFailure implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    PrintWriter screen = command.getErr();
    if (failure instanceof KeyFileException key) {
      screen.println(KeyWork.sentence(key));
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (failure instanceof ConfigurationException) {
      screen.println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (failure instanceof StoreException store) {
      screen.println(StoreSentence.of(store));
      return CommandLine.ExitCode.SOFTWARE;
    }
    screen.println("思わぬ理由で続けられませんでした (" + failure.getClass().getSimpleName() + ")。");
    try {
      screen.println("開発者に次のファイルを渡してください: " + report(failure));
    } catch (IOException unwritable) {
      screen.println("詳しい記録も書けませんでした。一時フォルダの空きを確かめてください。");
    }
    screen.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static Path report(Exception failure) throws IOException {
    Path file = Files.createTempFile("careplan-hub-failure-", ".txt");
    try (PrintWriter report = new PrintWriter(Files.newBufferedWriter(file))) {
      failure.printStackTrace(report);
    }
    return file;
  }
}
