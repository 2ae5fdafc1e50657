package careplanhub.lab.bench;

import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How JMH measures one way once: in a program of its own, with the options of this one.
 *
 * @param warmUps passes that do not count
 * @param measured passes whose median counts
 */
record Passes(int warmUps, int measured) {
  private static final int MEDIAN = 50;

  /**
   * What one pass takes, in nanoseconds.
   *
   * @param method of the benchmark
   * @param parameters of its state
   * @throws RunnerException when JMH cannot run or a pass fails
   */
  double nanoseconds(Class<?> benchmark, String method, Map<String, String> parameters)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + benchmark.getName() + "." + method + "$")
            .forks(1)
            .warmupIterations(warmUps)
            .measurementIterations(measured)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    parameters.forEach((name, value) -> options.param(name, value));
    return new Runner(options.build())
        .runSingle()
        .getPrimaryResult()
        .getStatistics()
        .getPercentile(MEDIAN);
  }
}
