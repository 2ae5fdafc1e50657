package careplanhub;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * A part of the machine that some tests need and that not every machine has: a browser, a shell, a
 * linter.
 *
 * <p>Where the part is absent the test is skipped and the reason is printed. With the system
 * property {@code careplanhub.skipAllowed=false} (Maven profile {@code ci}) it fails instead, so
 * that a machine which should have everything cannot be green by skipping.
 */
public final class OptionalPart {
  private OptionalPart() {}

  /**
   * The program of this name on the PATH.
   *
   * @param command the program's name without a folder and without {@code .exe}
   * @throws TestAbortedException when it is absent and skipping is allowed
   * @throws AssertionError when it is absent and skipping is not allowed
   */
  public static Path require(String command) {
    Optional<Path> found = find(command);
    require("the program \"" + command + "\" on the PATH", found.isPresent());
    return found.orElseThrow();
  }

  /**
   * Goes on only when {@code present}.
   *
   * @param part what the test needs, in words that stand after "needs"
   */
  public static void require(String part, boolean present) {
    if (present) {
      return;
    }
    String reason = "needs " + part + ", which this machine does not have";
    if (!skipAllowed()) {
      Assertions.fail(reason + "; careplanhub.skipAllowed=false forbids skipping");
    }
    System.err.println("Skipped: " + callingTest() + " " + reason);
    throw new TestAbortedException(reason);
  }

  private static boolean skipAllowed() {
    return !"false".equals(System.getProperty("careplanhub.skipAllowed"));
  }

  private static Optional<Path> find(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(directory -> !directory.isBlank())
        .flatMap(
            directory ->
                Stream.of("", ".exe", ".cmd").map(end -> Path.of(directory, command + end)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static String callingTest() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> !name.equals(OptionalPart.class.getName()))
                    .findFirst())
        .orElse("a test");
  }
}
