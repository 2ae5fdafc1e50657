package careplanhub.fax.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.fax.PageCode;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The TIFF that a FAX server gets, as it reads it. */
public final class FaxPicture {
  private static final String METADATA = "com_sun_media_imageio_plugins_tiff_image_1.0";

  /** 45 mm at 204 dots an inch. */
  private static final int CORNER = 360;

  private static final double[] SIZES = {1, 0.7, 0.5, 1.4, 2};

  private FaxPicture() {}

  /**
   * Every page is one of group 4 at this many rows an inch, 1728 dots wide, and tells the parcel
   * and itself.
   */
  public static void assertCoded(byte[] tiff, UUID parcel, int rows) throws Exception {
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
      reader.setInput(in);
      int pages = reader.getNumImages(true);
      assertTrue(pages > 2, "a cover, a slip and a sheet at least");
      for (int page = 1; page <= pages; page++) {
        Element root = (Element) reader.getImageMetadata(page - 1).getAsTree(METADATA);
        assertEquals("4", field(root, "259"), "group 4");
        assertEquals("204/1", field(root, "282"));
        assertEquals(rows + "/1", field(root, "283"));
        BufferedImage picture = reader.read(page - 1);
        assertEquals(1728, picture.getWidth());
        assertEquals(
            Optional.of(new PageCode(parcel, page, pages)), code(picture, rows), "page " + page);
      }
    } finally {
      reader.dispose();
    }
  }

  private static String field(Element root, String number) {
    NodeList fields = root.getElementsByTagName("TIFFField");
    for (int i = 0; i < fields.getLength(); i++) {
      Element field = (Element) fields.item(i);
      if (field.getAttribute("number").equals(number)) {
        return ((Element) field.getFirstChild().getFirstChild()).getAttribute("value");
      }
    }
    return "";
  }

  /** Tries several sizes, as a code's modules are read best at some dots each. */
  private static Optional<PageCode> code(BufferedImage picture, int rows) {
    for (double size : SIZES) {
      int width = (int) (picture.getWidth() * size);
      int height = (int) (picture.getHeight() * 204.0 / rows * size);
      BufferedImage square = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D pen = square.createGraphics();
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      pen.drawImage(picture, 0, 0, width, height, null);
      pen.dispose();
      int corner = (int) (CORNER * size);
      Optional<PageCode> code =
          corner(square, corner, 0).or(() -> corner(square, corner, height - corner));
      if (code.isPresent()) {
        return code;
      }
    }
    return Optional.empty();
  }

  /** A code is in the upper right corner of a form, and of a landscape one in the lower. */
  private static Optional<PageCode> corner(BufferedImage page, int size, int top) {
    int[] dots = page.getRGB(page.getWidth() - size, top, size, size, null, 0, size);
    RGBLuminanceSource source = new RGBLuminanceSource(size, size, dots);
    return decoded(new GlobalHistogramBinarizer(source))
        .or(() -> decoded(new HybridBinarizer(source)));
  }

  private static Optional<PageCode> decoded(Binarizer binarizer) {
    try {
      Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.TRY_HARDER, true);
      return PageCode.parse(
          new QRCodeReader().decode(new BinaryBitmap(binarizer), hints).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
