package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs and tells its figures; how good they are is no test's matter. */
class BenchTranslateCommandTest {
  private static final String FIGURES = " rows/s=[1-9]\\d* ratio=\\d+\\.\\d\\d";

  @Test
  void aShortRunEndsWithLinesForScripts() {
    Called bench = run("--adapter", "gekkan");

    assertEquals(0, bench.exit(), bench.err());
    List<String> lines = bench.out().lines().toList();
    List<String> last = lines.subList(lines.size() - 3, lines.size());
    String adapter = "BENCH translate adapter=gekkan direction=";
    assertTrue(last.get(0).matches(adapter + "to-standard" + FIGURES), last.get(0));
    assertTrue(last.get(1).matches(adapter + "from-standard" + FIGURES), last.get(1));
    assertTrue(last.get(2).matches("BENCH translate worst ratio=\\d+\\.\\d\\d"), last.get(2));
  }

  @Test
  void aRatioAboveTheLimitFails() {
    assertEquals(1, run("--adapter", "jittai", "--limit", "0.001").exit());
  }

  @Test
  void anUnknownAdapterIsWrongUse() {
    Called bench = run("--adapter", "nobody");

    assertEquals(2, bench.exit());
    assertTrue(bench.err().contains("jittai"), bench.err());
  }

  @Test
  void noRoundsAreWrongUse() {
    assertEquals(2, Called.hub("bench", "translate", "--rounds", 0).exit());
  }

  private static Called run(String... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("bench", "translate", "--rows", 1_000, "--rounds", 1, "--warm-ups", 0));
    words.addAll(List.of("--passes", 1));
    words.addAll(List.of(more));
    return Called.hub(words.toArray());
  }
}
