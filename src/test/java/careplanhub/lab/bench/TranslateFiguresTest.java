package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.lab.bench.TranslateFigures.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each direction has its own line, and the worst of all adapters the last. */
class TranslateFiguresTest {
  private static final double A_MILLION_A_SECOND = 1e-3;

  private static TranslateFigures figures(String adapter, double to, double from) {
    Round usual = new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / to, A_MILLION_A_SECOND / from);
    Round disturbed = new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / 9, A_MILLION_A_SECOND / 9);
    return new TranslateFigures(adapter, 1, List.of(usual, disturbed, usual));
  }

  @Test
  void aDirectionsLineHasTheMediansOfTheRounds() {
    assertEquals(
        List.of(
            "BENCH translate adapter=one direction=to-standard rows/s=800000 ratio=1.25",
            "BENCH translate adapter=one direction=from-standard rows/s=2000000 ratio=0.50"),
        figures("one", 1.25, 0.5).lines());
  }

  @Test
  void theLastLineHasTheWorstOfAllAdaptersAndDirections() {
    List<TranslateFigures> all = List.of(figures("one", 1.25, 0.5), figures("two", 0.7, 1.6));

    assertEquals(1.6, TranslateFigures.worstRatio(all), 1e-9);
    assertEquals("BENCH translate worst ratio=1.60", TranslateFigures.lastLine(all));
  }
}
