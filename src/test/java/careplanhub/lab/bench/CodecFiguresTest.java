package careplanhub.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.lab.bench.CodecFigures.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each figure is the median of the rounds, so that one disturbed round does not count. */
class CodecFiguresTest {
  private static final double A_MILLION_A_SECOND = 1e-3;

  @Test
  void theRatioIsTheHubsTimeOverTheFloors() {
    assertEquals(2, new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / 2).ratio());
  }

  @Test
  void ofThreeRoundsTheMiddleOneCounts() {
    CodecFigures figures =
        new CodecFigures(
            1,
            List.of(
                new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / 1.1),
                new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / 9),
                new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / 1.2)));

    assertEquals("BENCH codec rows/s=833333 floor rows/s=1000000 ratio=1.20", figures.lastLine());
  }

  @Test
  void ofTwoRoundsTheMeanCounts() {
    CodecFigures figures =
        new CodecFigures(
            1,
            List.of(
                new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND),
                new Round(A_MILLION_A_SECOND, A_MILLION_A_SECOND / 2)));

    assertEquals(1.5, figures.ratio());
  }
}
