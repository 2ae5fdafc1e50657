package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.lab.bench.IsolationFigures.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The figures are of offices without trouble, all together and the one that suffered most. */
class IsolationFiguresTest {
  @Test
  void theP99LeavesOneOfAHundredOut() {
    List<Duration> hundred = IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();
    assertEquals(Duration.ofMillis(99), new Phase(Map.of("a", hundred)).p99());
    assertEquals(Duration.ofMillis(50), new Phase(Map.of("a", hundred)).median());
  }

  @Test
  void theLastLineHasBothPhasesAndWhoSufferedMost() {
    IsolationFigures figures =
        new IsolationFigures(
            new Phase(Map.of("a", seconds(2), "b", seconds(4))),
            new Phase(Map.of("a", seconds(6), "b", seconds(4))),
            1);
    assertEquals(
        "BENCH isolation files=2/2 missing=1 p50=2000ms/4000ms p99=4000ms/6000ms ratio=1.50"
            + " worst office=3.00",
        figures.lastLine());
  }

  private static List<Duration> seconds(int seconds) {
    return List.of(Duration.ofSeconds(seconds));
  }
}
