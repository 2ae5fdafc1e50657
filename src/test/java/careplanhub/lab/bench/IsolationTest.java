package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While one office's inbox hangs and another office cannot be reached, the files of all others go
 * on; when the trouble is over, what waited comes too.
 */
class IsolationTest {
  private static final Path PROGRAM = Path.of("").toAbsolutePath();
  private static final int OFFICES = 6;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void officesInTroubleStopNobodyElse() throws Exception {
    Clock clock = Clock.system(ZoneId.of("Asia/Tokyo"));
    try (IsolationWorld world =
        IsolationWorld.start(folder, PROGRAM, OFFICES, LIMIT.multipliedBy(4), clock)) {
      IsolationTraffic traffic = new IsolationTraffic(world);
      Set<String> reached = new HashSet<>();
      world.begin();
      traffic.dropForTroubled();
      await(traffic, reached, () -> world.parcelsThatWait() == OFFICES && world.isMetBySilence());

      traffic.dropRest();
      await(traffic, reached, () -> traffic.missingOfOthers() == 0);
      assertEquals(OFFICES - 2, reached.size(), "all offices without trouble");
      assertTrue(traffic.missing() > 0, "what goes to the others waits");

      world.end();
      await(traffic, reached, () -> traffic.missing() == 0);
      assertEquals(OFFICES, reached.size());
    }
  }

  private static void await(
      IsolationTraffic traffic, Set<String> reached, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      traffic.look().forEach(delivery -> reached.add(delivery.to().number().value()));
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertTrue(condition.getAsBoolean(), "not within the limit");
  }
}
