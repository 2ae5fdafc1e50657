package careplanhub.fax.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.standard.Row;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** What a reader is told of a result sheet's places is where the printed sheet has them. */
class ResultSheetLayoutTest {
  private static final int DPI = 300;
  private static final double DOTS = DPI / 25.4;
  private static final int SERVICES = 15;

  @Test
  void everyBoxIsWhereItIsSaidToBe() throws Exception {
    BufferedImage page = page(sheet(), 1);
    Measured origin = centreOfMark(page, ResultSheetLayout.MARK_LEFT, ResultSheetLayout.MARK_TOP);

    for (ResultSheetLayout.Point mark : ResultSheetLayout.marks()) {
      Measured found =
          centreOfMark(
              page, ResultSheetLayout.MARK_LEFT + mark.x(), ResultSheetLayout.MARK_TOP + mark.y());
      assertEquals(mark.x(), found.x() - origin.x(), 0.15);
      assertEquals(mark.y(), found.y() - origin.y(), 0.15);
    }
    for (int line = 0; line < ResultSheetLayout.LINES; line++) {
      for (int day = 1; day <= ResultSheetLayout.DAYS; day++) {
        assertBox(page, origin, ResultSheetLayout.box(line, day), line + "/" + day);
      }
    }
  }

  /** A border all around at the measure, white inside. */
  private static void assertBox(
      BufferedImage page, Measured origin, ResultSheetLayout.Box box, String name) {
    double left = origin.x() + box.left();
    double top = origin.y() + box.top();
    double middle = left + box.width() / 2;
    double centre = top + box.height() / 2;
    assertTrue(isBlackNear(page, left, centre), name + " left");
    assertTrue(isBlackNear(page, left + box.width(), centre), name + " right");
    assertTrue(isBlackNear(page, middle, top), name + " top");
    assertTrue(isBlackNear(page, middle, top + box.height()), name + " bottom");
    for (double x = left + 0.4; x < left + box.width() - 0.4; x += 0.2) {
      for (double y = top + 0.4; y < top + box.height() - 0.4; y += 0.2) {
        assertTrue(!isBlack(page, (int) (x * DOTS), (int) (y * DOTS)), name + " is not empty");
      }
    }
  }

  @Test
  void theDataOfASheetSaysWhatItsLinesAre() throws Exception {
    FormDocument sheet = sheet();

    assertEquals(2, sheet.pages());
    assertEquals(List.of(12, 3), sheet.resultPages().stream().map(p -> p.lines().size()).toList());
    assertEquals(
        List.of(1, 2), sheet.resultPages().stream().map(FormDocument.ResultPage::page).toList());
    ResultLine first = sheet.resultPages().get(0).lines().get(0);
    assertEquals("0800", first.service().serviceStart());
    assertEquals("202601", first.targetMonth());
    assertEquals(31, first.planned().size());
    assertEquals(1, first.planned().get(6));
  }

  @Test
  void thereIsNoBoxBeyondTheSheet() {
    assertThrows(IllegalArgumentException.class, () -> ResultSheetLayout.box(12, 1));
    assertThrows(IllegalArgumentException.class, () -> ResultSheetLayout.box(0, 32));
    assertThrows(IllegalArgumentException.class, () -> ResultSheetLayout.box(-1, 0));
  }

  private static FormDocument sheet() throws IOException, FormException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < SERVICES; i++) {
      rows.add(
          FormExamples.row(
              "UPPLAN", Map.of("serviceStart", String.valueOf(800 + i).replaceFirst("^8", "08"))));
    }
    return FormExamples.print(FormKind.RESULT_SHEET, rows);
  }

  private static BufferedImage page(FormDocument document, int page) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document.bytes())) {
      return new PDFRenderer(pdf).renderImageWithDPI(page - 1, DPI, ImageType.GRAY);
    }
  }

  /** The middle of the black within half a mark around a place on the paper. */
  private static Measured centreOfMark(BufferedImage page, double x, double y) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    int reach = (int) (ResultSheetLayout.MARK_SIZE * 0.8 * DOTS);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int column = (int) (x * DOTS) + dx;
        int row = (int) (y * DOTS) + dy;
        if (isBlack(page, column, row)) {
          sumX += column + 0.5;
          sumY += row + 0.5;
          count++;
        }
      }
    }
    double area = count / DOTS / DOTS;
    assertEquals(ResultSheetLayout.MARK_SIZE * ResultSheetLayout.MARK_SIZE, area, 1.0);
    return new Measured(sumX / count / DOTS, sumY / count / DOTS);
  }

  private static boolean isBlackNear(BufferedImage page, double x, double y) {
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        if (isBlack(page, (int) (x * DOTS) + dx, (int) (y * DOTS) + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBlack(BufferedImage page, int x, int y) {
    return page.getRaster().getSample(x, y, 0) < 128;
  }

  private record Measured(double x, double y) {}
}
