package careplanhub.fax.forms;

import careplanhub.office.FormSettings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pictures of the pages of our own forms; not for PDF files that came from elsewhere. */
public final class FormPictures {
  private final FormSettings settings;

  public FormPictures(FormSettings settings) {
    this.settings = settings;
  }

  /**
   * Writes each page as PNG, in memory one page at a time.
   *
   * @param file where the picture of a page, counted from 1, goes
   */
  public void write(FormDocument document, IntFunction<Path> file) throws IOException {
    try (PDDocument pages = Loader.loadPDF(document.bytes())) {
      PDFRenderer renderer = new PDFRenderer(pages);
      for (int page = 1; page <= document.pages(); page++) {
        BufferedImage picture =
            renderer.renderImageWithDPI(page - 1, settings.pictureResolution(), ImageType.GRAY);
        if (!ImageIO.write(picture, "png", file.apply(page).toFile())) {
          throw new IOException("The JDK writes no PNG");
        }
      }
    }
  }
}
