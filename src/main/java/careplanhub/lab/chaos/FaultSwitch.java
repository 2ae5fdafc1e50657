package careplanhub.lab.chaos;

import careplanhub.store.FileLayer;
import careplanhub.store.RealFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether this process is a child of chaos, and the file operations and the clock that it gets.
 *
 * <p>The switch is the system property {@code careplanhub.chaos}, the folder of a chaos world.
 * Without it files and clock are the machine's own. With it a program starts only for a folder
 * <em>inside</em> that world, and only when {@code faults.txt} is there: a hub of an office cannot
 * get a wrong clock by a property that was left behind. Immutable, safe for every thread.
 */
public final class FaultSwitch {
  /** The system property's name. */
  public static final String PROPERTY = "careplanhub.chaos";

  private final @Nullable Path world;

  private FaultSwitch(@Nullable Path world) {
    this.world = world;
  }

  /** As this process was started. */
  public static FaultSwitch ofThisProcess() {
    String world = System.getProperty(PROPERTY);
    return new FaultSwitch(world == null ? null : Path.of(world).toAbsolutePath().normalize());
  }

  /** As a child of this world has it. */
  public static FaultSwitch of(Path world) {
    return new FaultSwitch(world.toAbsolutePath().normalize());
  }

  /**
   * Why a program must not start for this folder, in Japanese; empty when it may.
   *
   * @param folder of a hub or a relay
   */
  public Optional<String> refusalFor(Path folder) {
    Path world = this.world;
    if (world == null) {
      return Optional.empty();
    }
    boolean inside = folder.toAbsolutePath().normalize().startsWith(world);
    return inside && FaultFile.of(world).exists()
        ? Optional.empty()
        : Optional.of("障害試験の指定（-D" + PROPERTY + "）が付いていますが、このフォルダは障害試験のものではありません。指定を外して起動してください。");
  }

  /** The file operations of this process. */
  public FileLayer files() {
    Path world = this.world;
    if (world == null) {
      return new RealFiles();
    }
    FaultFile file = FaultFile.of(world);
    return new FaultyFiles(new RealFiles(), () -> file.read().faults());
  }

  /** The clock of this process. */
  public Clock clock(Clock right) {
    Path world = this.world;
    if (world == null) {
      return right;
    }
    FaultFile file = FaultFile.of(world);
    return new FaultyClock(right, () -> file.read().clockOffset());
  }
}
