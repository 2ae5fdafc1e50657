package careplanhub.fax.read;

import java.util.List;

/**
 * The boxes of a result sheet's page as they were read. What a line stands for is not on the paper:
 * {@link ResultSheetReading} joins both.
 *
 * @param lines the lines that are printed on the page, from the top; of each, all 31 boxes, the
 *     first day's first. A box that is not there, as a month is shorter, is doubtful
 * @param hasRemarks whether somebody wrote into the field for what is not planned, which only a
 *     person can read
 */
public record SheetMarks(List<List<BoxMark>> lines, boolean hasRemarks) {
  public SheetMarks {
    lines = lines.stream().map(List::copyOf).toList();
  }
}
