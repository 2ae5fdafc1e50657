package careplanhub.lab.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of one adapter.
 *
 * @param adapter its name
 * @param rows how many rows of the standard one pass had
 * @param rounds each with the codec and both directions
 */
public record TranslateFigures(String adapter, long rows, List<Round> rounds) {
  public TranslateFigures {
    rounds = List.copyOf(rounds);
  }

  /**
   * The codec and both directions, measured one after the other.
   *
   * @param codec rows per nanosecond that the hub reads, checks and writes
   * @param toStandard rows per nanosecond
   * @param fromStandard rows per nanosecond
   */
  public record Round(double codec, double toStandard, double fromStandard) {
    /** The time to the standard as a multiple of the codec's. */
    public double toStandardRatio() {
      return codec / toStandard;
    }

    /** The time from the standard as a multiple of the codec's. */
    public double fromStandardRatio() {
      return codec / fromStandard;
    }
  }

  /** The greater of both directions' medians. */
  public double worstRatio() {
    return Math.max(median(Round::toStandardRatio), median(Round::fromStandardRatio));
  }

  /** The lines that scripts look for, one a direction. */
  public List<String> lines() {
    return List.of(
        line("to-standard", Round::toStandard, Round::toStandardRatio),
        line("from-standard", Round::fromStandard, Round::fromStandardRatio));
  }

  /** The line that scripts look for at the end. */
  public static String lastLine(Collection<TranslateFigures> all) {
    return String.format(Locale.ROOT, "BENCH translate worst ratio=%.2f", worstRatio(all));
  }

  /** The greatest ratio of several adapters. */
  public static double worstRatio(Collection<TranslateFigures> all) {
    return all.stream().mapToDouble(TranslateFigures::worstRatio).max().orElse(0);
  }

  private String line(
      String direction, ToDoubleFunction<Round> speed, ToDoubleFunction<Round> ratio) {
    return String.format(
        Locale.ROOT,
        "BENCH translate adapter=%s direction=%s rows/s=%.0f ratio=%.2f",
        adapter,
        direction,
        median(speed) * 1e9,
        median(ratio));
  }

  private double median(ToDoubleFunction<Round> figure) {
    return Median.of(rounds.stream().mapToDouble(figure));
  }
}
