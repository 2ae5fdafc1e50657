package careplanhub.lab.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long files took to offices that had no trouble themselves.
 *
 * @param normal while nobody had trouble
 * @param troubled while others had
 * @param missing how many of the troubled phase never came
 */
public record IsolationFigures(Phase normal, Phase troubled, long missing) {
  private static final int MEDIAN = 50;
  private static final int ALMOST_ALL = 99;

  /**
   * One phase.
   *
   * @param byOffice how long each file took, by the number of the office it went to
   */
  public record Phase(Map<String, List<Duration>> byOffice) {
    public Phase {
      byOffice = Map.copyOf(byOffice);
    }

    /** How many files came. */
    public int files() {
      return byOffice.values().stream().mapToInt(List::size).sum();
    }

    /** Half of the files were at least so fast. */
    public Duration median() {
      return Percentiles.of(all(), MEDIAN);
    }

    /** Of a hundred files all but one were at least so fast. */
    public Duration p99() {
      return Percentiles.of(all(), ALMOST_ALL);
    }

    private List<Duration> of(String office) {
      return byOffice.getOrDefault(office, List.of());
    }

    private Collection<Duration> all() {
      return byOffice.values().stream().flatMap(List::stream).toList();
    }
  }

  /** By how much the p99 of all these offices together grew. */
  public double ratio() {
    return ratio(normal.p99(), troubled.p99());
  }

  /** By how much the p99 of the office grew that suffered most. */
  public double worstOffice() {
    return troubled.byOffice().entrySet().stream()
        .filter(office -> normal.byOffice().containsKey(office.getKey()))
        .mapToDouble(
            office ->
                ratio(
                    Percentiles.of(normal.of(office.getKey()), ALMOST_ALL),
                    Percentiles.of(office.getValue(), ALMOST_ALL)))
        .max()
        .orElse(Double.NaN);
  }

  /** The line that scripts look for. */
  public String lastLine() {
    return String.format(
        Locale.ROOT,
        "BENCH isolation files=%d/%d missing=%d p50=%dms/%dms p99=%dms/%dms ratio=%.2f"
            + " worst office=%.2f",
        normal.files(),
        troubled.files(),
        missing,
        normal.median().toMillis(),
        troubled.median().toMillis(),
        normal.p99().toMillis(),
        troubled.p99().toMillis(),
        ratio(),
        worstOffice());
  }

  private static double ratio(Duration before, Duration after) {
    return (double) after.toNanos() / before.toNanos();
  }
}
