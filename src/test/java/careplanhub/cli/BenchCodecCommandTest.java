package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The benchmark runs and tells its figures; how good they are is no test's matter. */
class BenchCodecCommandTest {
  @Test
  void aShortRunEndsWithALineForScripts() {
    Called bench =
        Called.hub(
            "bench", "codec", "--rows", 1_000, "--rounds", 1, "--warm-ups", 0, "--passes", 1);

    assertEquals(0, bench.exit(), bench.err());
    String last = bench.out().lines().reduce((first, second) -> second).orElseThrow();
    assertTrue(
        last.matches("BENCH codec rows/s=[1-9]\\d* floor rows/s=[1-9]\\d* ratio=\\d+\\.\\d\\d"),
        last);
  }

  @Test
  void aKindThatIsNotKnownIsWrongUse() {
    assertEquals(2, Called.hub("bench", "codec", "--kind", "UPKIHON_IMAGE").exit());
  }

  @Test
  void noRoundsAreWrongUse() {
    assertEquals(2, Called.hub("bench", "codec", "--rounds", 0).exit());
  }
}
