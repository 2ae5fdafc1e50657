package careplanhub.lab;

import careplanhub.ledger.Parcel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The seven patterns of the national test of vendors' programs, between two hubs and a relay.
 * Whoever starts it closes it.
 */
public final class DemoPatterns implements AutoCloseable {
  private final DemoMonthEnd monthEnd;
  private final Demo demo;

  private DemoPatterns(DemoMonthEnd monthEnd, Demo demo) {
    this.monthEnd = monthEnd;
    this.demo = demo;
  }

  /**
   * What became of one pattern's unit.
   *
   * @param unit what was exchanged
   * @param parcel how it went; empty when it was never packed
   */
  public record Line(DemoPattern pattern, GeneratedUnit unit, Optional<Parcel> parcel) {
    /** Whether all three lights are on. */
    boolean isDone() {
      return parcel.filter(sent -> sent.state() == Parcel.State.CLOSED).isPresent();
    }
  }

  /**
   * How the patterns went.
   *
   * @param lines at least one a pattern
   * @param problems Japanese: what is not as it should be; empty when all is well
   */
  public record Result(List<Line> lines, List<String> problems) {
    /** The line that scripts look for. */
    public String lastLine() {
      long done =
          Arrays.stream(DemoPattern.values())
              .filter(
                  pattern ->
                      lines.stream()
                          .filter(line -> line.pattern() == pattern)
                          .allMatch(Line::isDone))
              .count();
      return (problems.isEmpty() ? "PATTERNS OK" : "PATTERNS FAILED")
          + " patterns="
          + done
          + " parcels="
          + lines.size();
    }
  }

  /**
   * Makes a world in a folder and starts everything in it.
   *
   * @param directory where all folders go
   * @param programHome where the program's settings and routes lie
   * @throws IllegalArgumentException with so few users that a pattern has none
   */
  public static DemoPatterns start(
      Path directory,
      Path programHome,
      Generator generator,
      int users,
      YearMonth month,
      Clock clock)
      throws Exception {
    DemoMonthEnd monthEnd = DemoMonthEnd.ofPatterns(generator, users, month);
    for (DemoPattern pattern : DemoPattern.values()) {
      if (pattern.units(monthEnd.month()).findAny().isEmpty()) {
        throw new IllegalArgumentException("Too few users for " + pattern);
      }
    }
    return new DemoPatterns(monthEnd, Demo.start(directory, programHome, monthEnd, clock));
  }

  /** Exchanges everything and waits until it is where it belongs, or time is up. */
  public Result play(Demo.DemoProgress progress) throws IOException, InterruptedException {
    DemoResult result = demo.play(progress);
    List<Line> lines =
        Arrays.stream(DemoPattern.values())
            .flatMap(
                pattern ->
                    pattern
                        .units(monthEnd.month())
                        .map(unit -> new Line(pattern, unit, demo.parcelOf(unit))))
            .toList();
    return new Result(lines, result.problems());
  }

  @Override
  public void close() {
    demo.close();
  }
}
