package careplanhub.lab.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long parcels took beside the bare loop.
 *
 * @param rounds at least one
 */
public record DeliverFigures(List<Round> rounds) {
  private static final double NANOS_A_SECOND = 1e9;
  private static final int MEDIAN = 50;
  private static final int ALMOST_ALL = 99;

  public DeliverFigures {
    rounds = List.copyOf(rounds);
  }

  /**
   * How often something was made durable.
   *
   * @param files files and directories that the hub's file layer synced
   * @param ledger commits of the hub's ledger with its evidence
   * @param relay commits of the relay's database
   */
  public record Syncs(long files, long ledger, long relay) {
    Syncs since(Syncs before) {
      return new Syncs(files - before.files, ledger - before.ledger, relay - before.relay);
    }

    Syncs and(Syncs other) {
      return new Syncs(files + other.files, ledger + other.ledger, relay + other.relay);
    }

    /** All together. */
    public long all() {
      return files + ledger + relay;
    }
  }

  /**
   * The same parcels once through the hub and once through the loop.
   *
   * @param took of each parcel, through the hub
   * @param hubNanos from the first parcel's beginning to the last one's light
   * @param bareNanos of the loop
   * @param syncs of hub and relay
   */
  public record Round(List<Duration> took, long hubNanos, long bareNanos, Syncs syncs) {
    public Round {
      took = List.copyOf(took);
    }

    /** The hub's time over the loop's. */
    public double ratio() {
      return (double) hubNanos / bareNanos;
    }

    /** Through the hub. */
    public double parcelsPerSecond() {
      return took.size() * NANOS_A_SECOND / hubNanos;
    }
  }

  /** All rounds as one. */
  public Round all() {
    return new Round(
        rounds.stream().flatMap(round -> round.took().stream()).toList(),
        rounds.stream().mapToLong(Round::hubNanos).sum(),
        rounds.stream().mapToLong(Round::bareNanos).sum(),
        rounds.stream().map(Round::syncs).reduce(new Syncs(0, 0, 0), Syncs::and));
  }

  /** The hub's time over the loop's, of all rounds together. */
  public double ratio() {
    return all().ratio();
  }

  /** The line that scripts look for. */
  public String lastLine() {
    Round all = all();
    return String.format(
        Locale.ROOT,
        "BENCH deliver parcels=%d parcels/s=%.0f p50=%.1fms p99=%.1fms syncs=%d ratio=%.2f",
        all.took().size(),
        all.parcelsPerSecond(),
        milliseconds(Percentiles.of(all.took(), MEDIAN)),
        milliseconds(Percentiles.of(all.took(), ALMOST_ALL)),
        all.syncs().all(),
        all.ratio());
  }

  private static double milliseconds(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
