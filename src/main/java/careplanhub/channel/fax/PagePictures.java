package careplanhub.channel.fax;

import careplanhub.fax.page.PageImage;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pictures of pages for people. */
final class PagePictures {
  private PagePictures() {}

  /** PNG of a page in grey. */
  static byte[] png(PageImage page) throws IOException {
    BufferedImage picture =
        new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] dots = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    if (page.bits() == Byte.SIZE) {
      System.arraycopy(page.data(), 0, dots, 0, dots.length);
    } else {
      int bytes = (page.width() + Byte.SIZE - 1) / Byte.SIZE;
      for (int dot = 0; dot < dots.length; dot++) {
        int x = dot % page.width();
        int bits = page.data()[dot / page.width() * bytes + x / Byte.SIZE];
        dots[dot] = (byte) ((bits & 0x80 >> x % Byte.SIZE) == 0 ? 0xFF : 0);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(picture, "png", bytes)) {
      throw new IOException("The JDK writes no PNG");
    }
    return bytes.toByteArray();
  }

  /** One page of A4 as PDF. */
  static byte[] pdf(byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    float shortSide = PDRectangle.A4.getWidth();
    float longSide = PDRectangle.A4.getHeight();
    PDRectangle size =
        picture.getWidth() > picture.getHeight()
            ? new PDRectangle(longSide, shortSide)
            : PDRectangle.A4;
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(size);
      document.addPage(page);
      PDImageXObject image = LosslessFactory.createFromImage(document, picture);
      float scale =
          Math.min(size.getWidth() / image.getWidth(), size.getHeight() / image.getHeight());
      try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
        pen.drawImage(image, 0, 0, image.getWidth() * scale, image.getHeight() * scale);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
