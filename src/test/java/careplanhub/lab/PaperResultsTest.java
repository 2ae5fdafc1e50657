package careplanhub.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.fax.forms.FormDocument.ResultPage;
import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.forms.SlipService;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The demo fails when one record of FAX results is not what stands on the paper. */
class PaperResultsTest {
  private static final Layout RESULTS =
      Standard.data().layout(StandardVersion.V4_1, "UPJSK").orElseThrow();
  private static final ResultLine LINE =
      new ResultLine(
          new UserIdentity("999999", "9900000001"),
          "202611",
          new SlipService("0900", "1000", "161111", "", "", "", "", "9940000015", ""),
          Collections.nCopies(30, 1));
  private final PaperResults paper =
      PaperResults.of(List.of(new ResultPage(2, List.of(LINE))), Dice.of(1, "paper", 0));

  @Test
  void someOfWhatWasPlannedFellOut() {
    assertTrue(paper.days(LINE).contains(1));
    assertTrue(paper.rows() < 30, "" + paper.rows());
    assertEquals(paper.rows(), paper.days(LINE).size());
  }

  @Test
  void aRecordThatIsMissingOrDoubledOrOfAnotherDayIsWrong() {
    List<Row> right =
        new ArrayList<>(paper.days(LINE).stream().map(PaperResultsTest::row).toList());
    assertEquals(0, paper.wrong(right));
    assertEquals(1, paper.wrong(right.subList(1, right.size())));
    assertEquals(2, paper.wrong(changed(right, row(31))));
    assertEquals(2, paper.wrong(changed(right, right.get(1))));
    right.add(right.get(0));
    assertEquals(1, paper.wrong(right));
  }

  private static List<Row> changed(List<Row> rows, Row first) {
    List<Row> changed = new ArrayList<>(rows);
    changed.set(0, first);
    return changed;
  }

  private static Row row(int day) {
    return Row.of(RESULTS, Collections.nCopies(RESULTS.fields().size(), ""))
        .with("insurerNumber", "999999")
        .with("insuredNumber", "9900000001")
        .with("serviceDate", "202611" + String.format(Locale.ROOT, "%02d", day))
        .with("serviceStart", "0900")
        .with("serviceEnd", "1000")
        .with("serviceCode", "161111")
        .with("serviceOfficeNumber", "9940000015")
        .with("serviceCount", "1");
  }
}
