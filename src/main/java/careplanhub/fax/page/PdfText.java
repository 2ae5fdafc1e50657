package careplanhub.fax.page;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects a page's text layer with its places. */
final class PdfText extends PDFTextStripper {
  private static final float POINTS_PER_INCH = 72;

  private final List<PageText> texts = new ArrayList<>();
  private final int most;
  private final float scale;

  private PdfText(PageLimits limits) {
    most = limits.textPieces();
    scale = limits.pdfResolution() / POINTS_PER_INCH;
  }

  /**
   * @param page from 0
   */
  static List<PageText> of(PDDocument document, int page, PageLimits limits) throws IOException {
    PdfText stripper = new PdfText(limits);
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    stripper.writeText(document, Writer.nullWriter());
    return stripper.texts;
  }

  @Override
  protected void writeString(String text, List<TextPosition> places) {
    if (texts.size() >= most || places.isEmpty() || text.isBlank()) {
      return;
    }
    TextPosition first = places.get(0);
    TextPosition last = places.get(places.size() - 1);
    float width = last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj();
    float height = first.getHeightDir();
    texts.add(
        new PageText(
            first.getXDirAdj() * scale,
            (first.getYDirAdj() - height) * scale,
            width * scale,
            height * scale,
            PageFrames.shortened(Normalizer.normalize(text, Normalizer.Form.NFKC))));
  }
}
