package careplanhub.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program in a Java process of its own, so that a test can kill it for good: by a checkpoint
 * ({@code -Dcareplanhub.killAt}) or from outside at any moment.
 */
public final class ChildProgram implements AutoCloseable {
  private static final int LIMIT_SECONDS = 120;

  private final Process process;
  private final BufferedReader output;

  private ChildProgram(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts the main method of a class of the tests.
   *
   * @param killAt the checkpoint that halts it, such as {@code name#2}; "" for none
   */
  public static ChildProgram start(Class<?> main, String killAt, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (!killAt.isEmpty()) {
      command.add("-Dcareplanhub.killAt=" + killAt);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ChildProgram(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The next line it wrote, or null when it has ended. */
  public String nextLine() throws IOException {
    return output.readLine();
  }

  /** Everything it still writes, until it ends. */
  public List<String> remainingLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  /** Kills it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Waits for its end and gives its exit code. */
  public int exit() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the child program did not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
