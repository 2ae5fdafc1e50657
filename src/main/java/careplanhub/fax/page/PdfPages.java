package careplanhub.fax.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF file. Runs in the child only. */
final class PdfPages {
  private static final float POINTS_PER_INCH = 72;
  private static final int SEARCHED_FOR_HEADER = 1024;
  private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};

  private final byte[] file;
  private final PageLimits limits;

  PdfPages(byte[] file, PageLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  static boolean isPdf(byte[] file) {
    int last = Math.min(file.length - HEADER.length, SEARCHED_FOR_HEADER);
    for (int start = 0; start <= last; start++) {
      int i = 0;
      while (i < HEADER.length && file[start + i] == HEADER[i]) {
        i++;
      }
      if (i == HEADER.length) {
        return true;
      }
    }
    return false;
  }

  void decode(PageReceiver receiver) throws IOException, PageRefusedException {
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      limits.checkPages(pages);
      if (pages < 1) {
        throw new PageRefusedException(PageRefusal.DAMAGED);
      }
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < pages; i++) {
        checkSize(document.getPage(i));
        BufferedImage picture =
            renderer.renderImageWithDPI(i, limits.pdfResolution(), ImageType.GRAY);
        List<PageText> texts = PdfText.of(document, i, limits);
        receiver.receive(
            i + 1,
            new DecodedPage(
                Pictures.of(picture, limits.pdfResolution(), limits.pdfResolution()), texts));
      }
    } catch (InvalidPasswordException e) {
      throw new PageRefusedException(PageRefusal.ENCRYPTED);
    }
  }

  private void checkSize(PDPage page) throws PageRefusedException {
    PDRectangle box = page.getCropBox();
    double scale = page.getUserUnit() * limits.pdfResolution() / POINTS_PER_INCH;
    limits.checkPixels(
        (long) Math.ceil(box.getWidth() * scale), (long) Math.ceil(box.getHeight() * scale));
  }
}
