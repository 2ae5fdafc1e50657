package careplanhub.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ./hub relay} as a process of its own, which can be killed. */
final class RelayProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("https://127\\.0\\.0\\.1:(\\d+)/v1");

  private final Process process;
  private final int port;

  private RelayProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a relay over this folder that halts at a checkpoint; null for one that does not. */
  static RelayProcess start(Path directory, @Nullable String killAt) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (killAt != null) {
      command.add("-Dcareplanhub.killAt=" + killAt);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "careplanhub.cli.Main"));
    command.addAll(List.of("relay", directory.toString(), "--port", "0"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new RelayProcess(process, Integer.parseInt(address.group(1)));
      }
    }
    throw new IOException("The relay did not start: " + said);
  }

  int port() {
    return port;
  }

  /** The exit status of a process that has halted or is about to. */
  int exitStatus() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The relay still runs.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
