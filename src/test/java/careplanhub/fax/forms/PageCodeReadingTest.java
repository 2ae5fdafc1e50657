package careplanhub.fax.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.fax.PageCode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The code of every form is read after what a FAX does to a page: shrunk to 89 %, skewed by two
 * degrees, in coarse black and white with speckles, under a sender's header strip.
 */
class PageCodeReadingTest {
  private static final int DPI = 204;
  private static final double SHRUNK = 0.89;
  private static final int HEADER_DOTS = 40;
  private static final int ONE_SPECKLE_IN = 200;

  @ParameterizedTest
  @CsvSource({"98, 2, false", "98, -2, true", "196, 2, true", "196, -2, false"})
  void everyPageIsKnownAgain(int rowsPerInch, double skew, boolean rotated) throws Exception {
    Forms forms = FormExamples.forms();
    FormRows rows = FormRows.of(FormExamples.rows(Map.of()));
    List<FormContent> contents = new ArrayList<>();
    contents.add(forms.cover(FormExamples.cover("")));
    for (FormKind kind : FormExamples.FORMS) {
      contents.addAll(forms.contents(rows, kind));
    }
    FormDocument document = forms.print(FormExamples.PARCEL, contents);
    try (PDDocument pdf = Loader.loadPDF(document.bytes())) {
      PDFRenderer renderer = new PDFRenderer(pdf);
      for (int page = 1; page <= document.pages(); page++) {
        BufferedImage sharp = renderer.renderImageWithDPI(page - 1, DPI, ImageType.GRAY);
        BufferedImage faxed = faxed(sharp, rowsPerInch, skew, rotated);

        assertEquals(
            Optional.of(new PageCode(FormExamples.PARCEL, page, document.pages())),
            read(faxed, rowsPerInch),
            "page " + page);
      }
    }
  }

  /** A page as a gateway would keep it; a landscape one lies on its side when it is sent. */
  private static BufferedImage faxed(
      BufferedImage page, int rowsPerInch, double skew, boolean rotated) {
    int width = rotated ? page.getHeight() : page.getWidth();
    int height = rotated ? page.getWidth() : page.getHeight();
    double rows = (double) rowsPerInch / DPI;
    BufferedImage faxed =
        new BufferedImage(width, (int) (height * rows), BufferedImage.TYPE_BYTE_BINARY);
    BufferedImage gray = new BufferedImage(width, faxed.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = gray.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, width, height);
    paper.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform change = AffineTransform.getScaleInstance(1, rows);
    change.translate(width / 2.0, height / 2.0);
    change.rotate(Math.toRadians(skew + (rotated ? 90 : 0)));
    change.scale(SHRUNK, SHRUNK);
    change.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
    paper.drawImage(page, change, null);
    paper.setColor(Color.BLACK);
    paper.drawString("FROM 000-0000-0000  P.001", 20, HEADER_DOTS / 2);
    paper.dispose();
    toBlackAndWhite(gray, faxed, new Random(page.getWidth() + rowsPerInch));
    return faxed;
  }

  private static void toBlackAndWhite(BufferedImage from, BufferedImage to, Random random) {
    for (int y = 0; y < to.getHeight(); y++) {
      for (int x = 0; x < to.getWidth(); x++) {
        boolean black = from.getRaster().getSample(x, y, 0) < 128;
        boolean speckle = random.nextInt(ONE_SPECKLE_IN) == 0;
        to.getRaster().setSample(x, y, 0, black == speckle ? 1 : 0);
      }
    }
  }

  /** Turns dots over that have at most one like them around; every reader has to do that first. */
  private static BufferedImage withoutSpeckles(BufferedImage faxed) {
    BufferedImage clean =
        new BufferedImage(faxed.getWidth(), faxed.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < faxed.getHeight(); y++) {
      for (int x = 0; x < faxed.getWidth(); x++) {
        int dot = faxed.getRaster().getSample(x, y, 0);
        clean.getRaster().setSample(x, y, 0, likeAround(faxed, x, y, dot) <= 1 ? 1 - dot : dot);
      }
    }
    return clean;
  }

  private static int likeAround(BufferedImage faxed, int x, int y, int dot) {
    int like = -1;
    for (int row = Math.max(0, y - 1); row <= Math.min(faxed.getHeight() - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1);
          column <= Math.min(faxed.getWidth() - 1, x + 1);
          column++) {
        if (faxed.getRaster().getSample(column, row, 0) == dot) {
          like++;
        }
      }
    }
    return like;
  }

  private static Optional<PageCode> read(BufferedImage faxed, int rowsPerInch) {
    int height = faxed.getHeight() * DPI / rowsPerInch;
    BufferedImage square =
        new BufferedImage(faxed.getWidth(), height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = square.createGraphics();
    paper.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paper.drawImage(withoutSpeckles(faxed), 0, 0, faxed.getWidth(), height, null);
    paper.dispose();
    int width = square.getWidth();
    int[] dots = square.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, dots)));
    try {
      String text =
          new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
      return PageCode.parse(text);
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
