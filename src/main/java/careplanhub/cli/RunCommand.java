package careplanhub.cli;

import careplanhub.hub.Hub;
import careplanhub.lab.DemoWorld;
import careplanhub.lab.chaos.FaultSwitch;
import careplanhub.office.ConfigurationException;
import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.security.KeyFileException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./hub run}: runs the hub of a folder until Ctrl-C, with its demo partner where there is
 * one.
 */
@Command(
    name = "run",
    description = "ハブを動かします。止めるには Ctrl-C を押します。",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final FaultSwitch FAULTS = FaultSwitch.ofThisProcess();
  private static final Clock CLOCK = FAULTS.clock(Clock.system(ZoneId.of("Asia/Tokyo")));

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "フォルダ", description = "./hub init で作ったフォルダ")
  private Path directory;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(directory.resolve("config"))) {
      throw new WrongUse(spec.commandLine(), "ハブのフォルダではありません。先に ./hub init で作ってください。");
    }
    Optional<String> refusal = FAULTS.refusalFor(directory);
    if (refusal.isPresent()) {
      throw new WrongUse(spec.commandLine(), refusal.get());
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      Hub hub = new PatientStart(directory, out).of(this::start);
      out.println("ハブが動いています: " + directory.toAbsolutePath());
      out.println("Hawtio: " + hub.adminAddress().resolve("hawtio/"));
      out.println("稼働状態: " + hub.adminAddress().resolve("health"));
      out.println("計測値: " + hub.adminAddress().resolve("metrics"));
      out.println("止めるには Ctrl-C を押してください。");
      out.flush();
    } catch (ConfigurationException | KeyFileException e) {
      stop();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "hub-stop"));
    new CountDownLatch(1).await();
    return 0;
  }

  private Hub start() throws Exception {
    stop();
    DemoWorld world = DemoWorld.around(directory.toAbsolutePath());
    if (world.exists()) {
      running.push(RelayServer.start(RelaySettings.load(world.relay()), world.relay(), CLOCK));
      running.push(Hub.start(world.second(), ProgramFolder.path(), FAULTS.files(), CLOCK));
    }
    Hub hub = Hub.start(directory.toAbsolutePath(), ProgramFolder.path(), FAULTS.files(), CLOCK);
    running.push(hub);
    return hub;
  }

  private synchronized void stop() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        LoggerFactory.getLogger(RunCommand.class).warn("A part did not stop cleanly", e);
      }
    }
  }
}
