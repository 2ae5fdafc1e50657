package careplanhub.cli;

import careplanhub.standard.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What a translation tells on the screen, and whether something went wrong. */
final class TranslationLog {
  private final PrintWriter screen;
  private boolean failed;

  TranslationLog(PrintWriter screen) {
    this.screen = screen;
  }

  /** Tells the findings of a file. */
  void tell(Path file, List<Finding> findings) {
    for (Finding finding : findings) {
      screen.println(FindingLine.of(file.toString(), finding));
      failed |= finding.isError();
    }
  }

  /** Tells what could not be done. */
  void fail(String sentence) {
    screen.println(sentence);
    failed = true;
  }

  /** Tells something that is no failure. */
  void note(String sentence) {
    screen.println(sentence);
  }

  boolean hasFailed() {
    return failed;
  }
}
