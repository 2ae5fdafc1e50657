package careplanhub.lab.chaos;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every named scenario. */
public final class Scenarios {
  /** In the order in which they are listed and run. */
  public static final List<Scenario> ALL =
      Stream.of(
              FullDisk.SCENARIOS,
              LostFolders.SCENARIOS,
              Clocks.SCENARIOS,
              Backlogs.SCENARIOS,
              List.of(GrowingFile.SCENARIO),
              Repeats.SCENARIOS,
              Ledgers.SCENARIOS)
          .flatMap(List::stream)
          .toList();

  private Scenarios() {}

  /** The scenario of this name. */
  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }
}
