package careplanhub.lab.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Percentiles by the nearest rank. */
final class Percentiles {
  private Percentiles() {}

  /** The duration that so many of a hundred do not exceed; zero when there are none. */
  static Duration of(Collection<Duration> durations, int percent) {
    List<Duration> sorted = durations.stream().sorted().toList();
    int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(rank, 1) - 1);
  }
}
