package careplanhub.lab.chaos;

import careplanhub.store.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A command of the program as a process of its own, which is killed and started again. What it says
 * goes to a file. Not safe for use from several threads.
 */
final class ChaosProcess implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(30);

  /**
   * Root reads what it has no permission for; without these two privileges it is bound like
   * everybody else. Empty where this process is not root or cannot give them up.
   */
  private static final List<String> WITHOUT_PRIVILEGE = withoutPrivilege();

  private final String name;
  private final Path programHome;
  private final Path world;
  private final List<String> arguments;
  private volatile @Nullable Process process;
  private int heapMegabytes = 256;

  /**
   * @param world the folder of the chaos world, whose {@link FaultFile} it heeds; its log goes
   *     there
   * @param arguments as on the command line, such as {@code run DIR}
   */
  ChaosProcess(String name, Path programHome, Path world, List<String> arguments) {
    this.name = name;
    this.programHome = programHome;
    this.world = world;
    this.arguments = List.copyOf(arguments);
  }

  /** Whether a folder's permissions bind it. */
  boolean heedsPermissions() {
    return !isRoot() || !WITHOUT_PRIVILEGE.isEmpty();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static List<String> withoutPrivilege() {
    List<String> prefix =
        List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all");
    if (!isRoot()) {
      return List.of();
    }
    try {
      List<String> trial = new ArrayList<>(prefix);
      trial.add("true");
      Process process = new ProcessBuilder(trial).start();
      return process.waitFor(END.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0
          ? prefix
          : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  String name() {
    return name;
  }

  /** What it has said, all its lives long. */
  Path log() {
    return world.resolve(name + ".log");
  }

  /** From its next start on it has this heap. */
  void withHeap(int megabytes) {
    heapMegabytes = megabytes;
  }

  /** Starts it, after killing it when it still runs. */
  void start() throws IOException {
    start("");
  }

  /**
   * Starts it so that it halts at a checkpoint.
   *
   * @param killAt as {@link Checkpoints} has it; "" for a process that does not halt
   */
  void start(String killAt) throws IOException {
    kill();
    List<String> command = new ArrayList<>(WITHOUT_PRIVILEGE);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dcareplanhub.home=" + programHome));
    command.add("-D" + FaultSwitch.PROPERTY + "=" + world);
    if (!killAt.isEmpty()) {
      command.add("-Dcareplanhub.killAt=" + killAt);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "careplanhub.cli.Main"));
    command.addAll(arguments);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
  }

  /** Kills it without waiting, from any thread. */
  void end() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().orTimeout(END.toSeconds(), TimeUnit.SECONDS).join();
    }
  }

  boolean isRunning() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /**
   * Waits for its end.
   *
   * @return its exit status; -1 when it still runs after the time
   */
  int awaitEnd(Duration atMost) throws InterruptedException {
    Process running = Objects.requireNonNull(process, "not started");
    return running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) ? running.exitValue() : -1;
  }

  @Override
  public void close() {
    kill();
  }
}
