package careplanhub.hub.partners;

import careplanhub.standard.Finding;
import java.util.List;

/**
 * The lines of a list of partners, split into cells.
 *
 * @param lines that can be bound
 * @param findings which others were refused, and why
 */
public record SplitList(List<Line> lines, List<Finding> findings) {
  public SplitList {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /**
   * One line.
   *
   * @param number where it begins, from 1
   * @param cells in the order of {@link PartnerLine}
   */
  public record Line(long number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }
}
