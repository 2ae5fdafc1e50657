package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whoever asks a command how it is used gets an answer in Japanese. */
class HelpTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyLineOfHelpIsJapanese(String name, CommandLine command) {
    List<String> english =
        command
            .getUsageMessage()
            .lines()
            .filter(line -> line.matches(".*[a-z]{2,}( [a-z]{2,}){3}.*"))
            .toList();
    assertEquals(List.of(), english);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void everyOptionIsExplained(String name, CommandLine command) {
    List<String> unexplained =
        command.getCommandSpec().args().stream()
            .filter(argument -> argument.description().length == 0)
            .map(Object::toString)
            .toList();
    assertEquals(List.of(), unexplained);
  }

  @Test
  void anUnforeseenFailureIsToldWithoutAStackTrace() {
    StringWriter screen = new StringWriter();
    CommandLine command = new CommandLine(new Failing());
    command.setErr(new PrintWriter(screen)).setExecutionExceptionHandler(new UnexpectedFailure());
    assertEquals(1, command.execute());
    assertTrue(screen.toString().contains("思わぬ理由"), screen.toString());
    assertFalse(screen.toString().contains("\tat "), screen.toString());
    assertFalse(screen.toString().contains("secret"), screen.toString());
  }

  static Stream<Object[]> commands() {
    return all(Main.commandLine())
        .map(command -> new Object[] {command.getCommandSpec().qualifiedName(), command});
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
  }

  @CommandLine.Command(name = "failing")
  private static final class Failing implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("secret");
    }
  }
}
