package careplanhub.fax.read;

import careplanhub.fax.forms.ResultLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What a filled result sheet proposes as the month's results. A person confirms it, looking at the
 * page: doubtful days are marked, and remarks cannot be read by a machine.
 *
 * @param lines in the order of the sheet
 * @param hasRemarks whether somebody wrote into the field for what is not planned
 */
public record ResultSheetReading(List<ProposedLine> lines, boolean hasRemarks) {
  private static final BoxMark NOT_FOUND = new BoxMark(BoxState.DOUBTFUL, 0);

  public ResultSheetReading {
    lines = List.copyOf(lines);
  }

  /**
   * Joins what was read with what the lines stand for. When the page shows another number of lines
   * than it has, each box of it is doubtful, as nobody knows which line is which.
   *
   * @param meanings what was kept of the page when it was printed: {@link
   *     careplanhub.fax.forms.FormDocument.ResultPage#lines()}
   */
  public static ResultSheetReading of(SheetMarks marks, List<ResultLine> meanings) {
    boolean isWhole = marks.lines().size() == meanings.size();
    List<ProposedLine> lines = new ArrayList<>();
    for (int line = 0; line < meanings.size(); line++) {
      ResultLine meaning = meanings.get(line);
      List<ProposedDay> days = new ArrayList<>();
      for (int day = 1; day <= meaning.planned().size(); day++) {
        BoxMark mark = isWhole ? marks.lines().get(line).get(day - 1) : NOT_FOUND;
        days.add(ProposedDay.of(day, meaning.planned().get(day - 1), mark));
      }
      lines.add(new ProposedLine(meaning, days));
    }
    return new ResultSheetReading(lines, marks.hasRemarks());
  }

  /** How many days a person has to look at. */
  public long doubtful() {
    return lines.stream()
        .flatMap(line -> line.days().stream())
        .filter(ProposedDay::isDoubtful)
        .count();
  }
}
