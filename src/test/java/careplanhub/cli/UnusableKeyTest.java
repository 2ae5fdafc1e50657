package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A folder without keys is told in a sentence that says what to do, not as a failure of the
 * program.
 */
class UnusableKeyTest {
  @TempDir Path folder;

  @Test
  void aCommandOnAFolderWithoutKeysSaysWhatIsMissing() {
    StringWriter screen = new StringWriter();
    CommandLine program = Main.commandLine().setErr(new PrintWriter(screen, true));

    assertEquals(1, program.execute("waiting", "list", folder.toString()));
    assertTrue(screen.toString().startsWith("鍵のパスワードがありません。"), screen.toString());
  }
}
