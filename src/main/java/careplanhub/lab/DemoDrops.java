package careplanhub.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts files into outboxes as care software does, some of it badly. */
public final class DemoDrops {
  /** Longer than a file must lie still, shorter than a file without a last line end must. */
  private static final long HALF_TIME = Duration.ofSeconds(2).toNanos();

  private final DemoWorld world;
  private final List<Later> later = new ArrayList<>();

  /** What is still to be done to a drop. */
  private record Later(DemoMonthEnd.Drop drop, long since) {}

  public DemoDrops(DemoWorld world) {
    this.world = world;
  }

  /** Drops the files; a repeat and the second half of a half-written file come later. */
  public void drop(DemoMonthEnd.Drop drop) {
    switch (drop.manner()) {
      case WHOLE, BROKEN -> drop.files().forEach(file -> write(drop, file, file.content()));
      case HALF_WRITTEN -> {
        drop.files().forEach(file -> write(drop, file, file.firstHalf()));
        later.add(new Later(drop, System.nanoTime()));
      }
      case REPEAT -> later.add(new Later(drop, System.nanoTime()));
    }
  }

  /** Does what can be done by now; true when nothing is left to do. */
  boolean finish() {
    later.removeIf(
        waiting -> {
          boolean due =
              waiting.drop().manner() == DemoMonthEnd.Manner.REPEAT
                  ? waiting.drop().files().stream().allMatch(file -> isTaken(waiting.drop(), file))
                  : System.nanoTime() - waiting.since() > HALF_TIME;
          if (due) {
            waiting.drop().files().forEach(file -> write(waiting.drop(), file, file.content()));
          }
          return due;
        });
    return later.isEmpty();
  }

  private boolean isTaken(DemoMonthEnd.Drop drop, GeneratedFile file) {
    return Files.exists(world.folderOf(drop.office()).resolve("done").resolve(file.name()))
        && !Files.exists(outbox(drop).resolve(file.name()));
  }

  private void write(DemoMonthEnd.Drop drop, GeneratedFile file, byte[] bytes) {
    try {
      Files.write(outbox(drop).resolve(file.name()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("an outbox cannot be written", e);
    }
  }

  private Path outbox(DemoMonthEnd.Drop drop) {
    return world.folderOf(drop.office()).resolve("outbox");
  }
}
