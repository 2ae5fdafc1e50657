package careplanhub.fax.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.forms.SlipService;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the boxes of a sheet propose as results. */
class ResultSheetReadingTest {
  private static final int DAYS = 28;
  private static final int BOXES = 31;
  private static final BoxMark FILLED = new BoxMark(BoxState.FILLED, 1);
  private static final BoxMark EMPTY = new BoxMark(BoxState.EMPTY, 1);
  private static final BoxMark UNCLEAR = new BoxMark(BoxState.DOUBTFUL, 0.2);

  @Test
  void filledBoxesAreProposedAndUnclearOnesAreMarked() {
    List<BoxMark> boxes = new ArrayList<>(Collections.nCopies(BOXES, EMPTY));
    boxes.set(0, FILLED);
    boxes.set(1, UNCLEAR);
    boxes.set(2, FILLED);

    ResultSheetReading reading =
        ResultSheetReading.of(new SheetMarks(List.of(boxes), true), List.of(line(0, 1, 2)));

    List<ProposedDay> days = reading.lines().get(0).days();
    assertEquals(DAYS, days.size());
    assertEquals(new ProposedDay(1, 0, 1, FILLED, false), days.get(0));
    assertEquals(new ProposedDay(2, 1, 1, UNCLEAR, true), days.get(1));
    assertEquals(new ProposedDay(3, 2, 1, FILLED, true), days.get(2));
    assertEquals(new ProposedDay(4, 0, 0, EMPTY, false), days.get(3));
    assertEquals(2, reading.doubtful());
    assertTrue(reading.hasRemarks());
  }

  @Test
  void aPageWithAnotherNumberOfLinesIsDoubtfulAsAWhole() {
    List<BoxMark> boxes = Collections.nCopies(BOXES, FILLED);

    ResultSheetReading reading =
        ResultSheetReading.of(
            new SheetMarks(List.of(boxes), false), List.of(line(1, 0, 0), line(0, 0, 0)));

    assertEquals(2 * DAYS, reading.doubtful());
    assertEquals(1, reading.lines().get(0).days().get(0).count());
    assertEquals(0, reading.lines().get(1).days().get(0).count());
  }

  private static ResultLine line(int first, int second, int third) {
    List<Integer> planned = new ArrayList<>(Collections.nCopies(DAYS, 0));
    planned.set(0, first);
    planned.set(1, second);
    planned.set(2, third);
    return new ResultLine(
        new UserIdentity("999999", "9900000017"),
        "202602",
        new SlipService("0900", "0930", "111111", "", "", "", "", "9900000001", ""),
        planned);
  }
}
