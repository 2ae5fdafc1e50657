package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command of the README is one that the program knows, with the options it knows. */
class ReadmeCommandsTest {
  private static final String LAUNCHER = "./hub ";

  @ParameterizedTest
  @MethodSource("commands")
  void theProgramUnderstandsIt(String command) {
    String[] arguments = command.substring(LAUNCHER.length()).split(" ", -1);
    assertDoesNotThrow(() -> Main.commandLine().parseArgs(arguments));
  }

  static Stream<String> commands() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    return lines.stream().filter(line -> line.startsWith(LAUNCHER));
  }
}
