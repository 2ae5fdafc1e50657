package careplanhub.lab.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of reading, checking and writing.
 *
 * @param rows how many rows one pass had
 * @param rounds each with the floor and the hub
 */
public record CodecFigures(long rows, List<Round> rounds) {
  public CodecFigures {
    rounds = List.copyOf(rounds);
  }

  /**
   * Floor and hub, measured one after the other.
   *
   * @param floor rows per nanosecond without checks
   * @param hub rows per nanosecond with all checks
   */
  public record Round(double floor, double hub) {
    /** The hub's time as a multiple of the floor's. */
    public double ratio() {
      return floor / hub;
    }
  }

  /** The median of the rounds' ratios. */
  public double ratio() {
    return median(Round::ratio);
  }

  /** The line that scripts look for. */
  public String lastLine() {
    return String.format(
        Locale.ROOT,
        "BENCH codec rows/s=%.0f floor rows/s=%.0f ratio=%.2f",
        median(Round::hub) * 1e9,
        median(Round::floor) * 1e9,
        ratio());
  }

  private double median(ToDoubleFunction<Round> figure) {
    return Median.of(rounds.stream().mapToDouble(figure));
  }
}
