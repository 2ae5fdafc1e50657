package careplanhub.lab.fax;

import careplanhub.fax.PageCode;
import careplanhub.fax.forms.FormDocument;
import careplanhub.fax.forms.FormException;
import careplanhub.fax.forms.FormKind;
import careplanhub.fax.forms.FormRows;
import careplanhub.fax.forms.Forms;
import careplanhub.fax.forms.OfficeNames;
import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.forms.ResultSheet;
import careplanhub.fax.forms.ResultSheetLayout;
import careplanhub.fax.forms.ResultSheetLayout.Box;
import careplanhub.office.FormSettings;
import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Result sheets of synthetic users, printed and filled in by hand, the same ones for a seed. */
final class FilledSheets {
  private static final int DOTS_AN_INCH = 204;
  private static final double DOTS_A_MM = DOTS_AN_INCH / 25.4;
  private static final int MONTH_DAYS = 31;
  private static final int ONE_DAY_IN = 3;

  private final Forms forms;
  private final Random random;

  FilledSheets(FormSettings settings, long seed) {
    forms = Forms.of(settings, OfficeNames.NONE);
    random = new Random(seed);
  }

  /** One parcel of so many users with a page each. */
  List<FilledSheet> parcel(int users) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int lines = 1 + random.nextInt(ResultSheetLayout.LINES);
      for (int line = 0; line < lines; line++) {
        rows.add(row(user, line));
      }
    }
    UUID parcel = new UUID(random.nextLong(), random.nextLong());
    try {
      FormDocument document =
          forms.print(parcel, forms.contents(FormRows.of(rows), FormKind.RESULT_SHEET));
      return filled(parcel, document);
    } catch (FormException e) {
      throw new IllegalStateException("The generated sheets do not keep to the settings", e);
    }
  }

  private static Row row(int user, int line) {
    Map<String, String> values =
        Map.of(
            "insuredNumber", String.format(Locale.ROOT, "99%08d", user),
            "insurerNumber", "999999",
            "targetMonth", "202601",
            "serviceDate", "20260107",
            "serviceStart", String.format(Locale.ROOT, "%02d00", 7 + line),
            "serviceEnd", String.format(Locale.ROOT, "%02d30", 7 + line),
            "serviceCode", "111111",
            "serviceOfficeNumber", "9900000001");
    Layout layout = Standard.data().layout(StandardVersion.V4_1, "UPPLAN").orElseThrow();
    List<String> all = new ArrayList<>();
    for (Field field : layout.fields()) {
      all.add(values.getOrDefault(field.key(), ""));
    }
    return Row.of(layout, all);
  }

  private List<FilledSheet> filled(UUID parcel, FormDocument document) throws IOException {
    List<FilledSheet> sheets = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(document.bytes())) {
      PDFRenderer renderer = new PDFRenderer(pdf);
      for (FormDocument.ResultPage page : document.resultPages()) {
        BufferedImage picture =
            renderer.renderImageWithDPI(page.page() - 1, DOTS_AN_INCH, ImageType.GRAY);
        sheets.add(
            new FilledSheet(
                new PageCode(parcel, page.page(), document.pages()),
                page.lines(),
                fill(picture, page.lines()),
                picture));
      }
    }
    return sheets;
  }

  private List<List<Boolean>> fill(BufferedImage picture, List<ResultLine> lines) {
    Graphics2D paper = picture.createGraphics();
    paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paper.scale(DOTS_A_MM, DOTS_A_MM);
    Handwriting hand = Handwriting.of(random);
    List<List<Boolean>> filled = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      List<Boolean> days = new ArrayList<>();
      for (int day = 1; day <= MONTH_DAYS; day++) {
        boolean isFilled = random.nextInt(ONE_DAY_IN) == 0;
        if (isFilled) {
          Box box = ResultSheetLayout.box(line, day);
          hand.fill(
              paper,
              ResultSheet.left(box.left()),
              ResultSheet.top(box.top()),
              box.width(),
              box.height());
        }
        days.add(isFilled);
      }
      filled.add(days);
    }
    paper.dispose();
    return filled;
  }
}
