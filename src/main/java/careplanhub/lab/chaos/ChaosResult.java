package careplanhub.lab.chaos;

import java.util.List;

/**
 * How an ordeal ended.
 *
 * @param kills how often a program was killed
 * @param files how many files were dropped into outboxes
 * @param parcels how many parcels were made of them
 * @param problems Japanese: which invariant does not hold; empty when all is well
 */
public record ChaosResult(int kills, long files, long parcels, List<String> problems) {
  public ChaosResult {
    problems = List.copyOf(problems);
  }

  /** The line that scripts look for. */
  public String lastLine() {
    return (problems.isEmpty() ? "CHAOS OK" : "CHAOS FAILED")
        + " kills="
        + kills
        + " files="
        + files
        + " parcels="
        + parcels
        + " problems="
        + problems.size();
  }
}
