package careplanhub.lab.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first hub of a world, with a backup from which it can come back. For one thread. */
final class RestorableHub {
  private final ChaosWorld world;
  private final Path hub;
  private final Path backup;

  private RestorableHub(ChaosWorld world) {
    this.world = world;
    this.hub = world.folders().first();
    this.backup = world.directory().resolve("backup");
  }

  static RestorableHub of(ChaosWorld world) {
    return new RestorableHub(world);
  }

  Path ledger() {
    return hub.resolve("data/ledger.sqlite");
  }

  /** As an administrator does, also while the hub runs. */
  void backUp() throws IOException, InterruptedException {
    command(List.of("backup", "--with-password", hub.toString(), backup.toString()));
  }

  /** As docs/operations.md says: the hub stands still, and the offices' folders stay. */
  void restore() throws IOException, InterruptedException {
    world.first().kill();
    Path old = hub.resolveSibling("corporation-a-before");
    Files.move(hub, old);
    command(List.of("restore", backup.toString(), hub.toString()));
    Files.move(old.resolve("offices"), hub.resolve("offices"));
  }

  private void command(List<String> arguments) throws IOException, InterruptedException {
    try (ChaosProcess process = world.process(arguments.get(0), arguments)) {
      process.start();
      if (process.awaitEnd(ChaosWorld.LONGEST_WAIT) != 0) {
        world.problem(arguments.get(0) + " ができません。");
      }
    }
  }
}
