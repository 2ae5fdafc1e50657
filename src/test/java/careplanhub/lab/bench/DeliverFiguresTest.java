package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.lab.bench.DeliverFigures.Round;
import careplanhub.lab.bench.DeliverFigures.Syncs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures are of all rounds together: times and syncs are added before they are compared. */
class DeliverFiguresTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void roundsAreAddedBeforeTheyAreCompared() {
    DeliverFigures figures =
        new DeliverFigures(
            List.of(
                new Round(milliseconds(2, 4), 2 * SECOND, SECOND, new Syncs(1, 2, 3)),
                new Round(milliseconds(6, 8), 3 * SECOND, SECOND, new Syncs(0, 4, 5))));

    assertEquals(2.5, figures.ratio());
    assertEquals(new Syncs(1, 6, 8), figures.all().syncs());
    assertEquals(
        "BENCH deliver parcels=4 parcels/s=1 p50=4.0ms p99=8.0ms syncs=15 ratio=2.50",
        figures.lastLine());
  }

  private static List<Duration> milliseconds(int... milliseconds) {
    return java.util.Arrays.stream(milliseconds).mapToObj(Duration::ofMillis).toList();
  }
}
