package careplanhub.lab.chaos;

import java.util.List;

/**
 * How an ordeal ended.
 *
 * @param kills how often a program was killed
 * @param files how many files were dropped into outboxes
 * @param parcels how many parcels were made of them
 * @param problems Japanese: which invariant does not hold; empty when all is well
 * @param remarks Japanese: how the trouble was made, and what was counted
 */
public record ChaosResult(
    int kills, long files, long parcels, List<String> problems, List<String> remarks) {
  public ChaosResult {
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }

  /** Whether all invariants held. */
  public boolean isWell() {
    return problems.isEmpty();
  }

  /** The line that scripts look for. */
  public String lastLine() {
    return (isWell() ? "CHAOS OK" : "CHAOS FAILED")
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
