package careplanhub.hub.partners;

import careplanhub.standard.Finding;
import java.util.List;

/**
 * The lines of a list of partners as records.
 *
 * @param lines that could be bound
 * @param findings which others were refused, and why
 */
public record BoundList(List<Line> lines, List<Finding> findings) {
  public BoundList {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /**
   * One line.
   *
   * @param number where it begins, from 1
   * @param bound what it says
   */
  public record Line(long number, PartnerLine bound) {}
}
