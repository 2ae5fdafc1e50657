package careplanhub.fax.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import careplanhub.fax.PageCode;
import careplanhub.fax.page.PageImage;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our QR code on a page that went through a FAX. */
class PageQrTest {
  private static final PageCode CODE =
      new PageCode(UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"), 2, 3);
  private static final String TEXT = CODE.write();
  private static final int WIDTH = 2386;
  private static final int HEIGHT = 1654;
  private static final double MODULES_PER_DOT = 204 / 25.4 * 0.75;

  @ParameterizedTest
  @CsvSource({"196,0", "196,180", "98,0", "98,90", "98,180", "98,270"})
  void isFoundAfterShrinkingSkewSpeckleAndCoarseLines(int yResolution, int turned)
      throws WriterException {
    PageQr.Found found = PageQr.find(SquarePage.of(faxed(yResolution, turned, true))).orElseThrow();

    assertEquals(CODE, found.code());
    double off = Math.toDegrees(found.direction()) - turned - 2;
    assertEquals(0, Math.IEEEremainder(off, 360), 1);
  }

  @Test
  void aPageWithoutOneHasNone() throws WriterException {
    assertEquals(Optional.empty(), PageQr.find(SquarePage.of(faxed(98, 0, false))));
  }

  private static PageImage faxed(int yResolution, int turned, boolean withCode)
      throws WriterException {
    boolean portrait = turned % 180 != 0;
    int width = portrait ? HEIGHT : WIDTH;
    int squareHeight = portrait ? WIDTH : HEIGHT;
    int height = squareHeight * yResolution / 204;
    BufferedImage fax = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = fax.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.scale(1, yResolution / 204.0);
    graphics.translate(width / 2.0, squareHeight / 2.0);
    graphics.rotate(Math.toRadians(turned + 2));
    graphics.scale(0.89, 0.89);
    graphics.translate(-WIDTH / 2.0, -HEIGHT / 2.0);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(300, 700, 1500, 4);
    if (withCode) {
      draw(graphics);
    }
    graphics.dispose();
    return bits(fax, yResolution);
  }

  private static void draw(Graphics2D graphics) throws WriterException {
    BitMatrix code =
        new QRCodeWriter()
            .encode(
                TEXT,
                BarcodeFormat.QR_CODE,
                0,
                0,
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.H));
    graphics.translate(WIDTH - 330, 60);
    graphics.scale(MODULES_PER_DOT, MODULES_PER_DOT);
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y)) {
          graphics.fillRect(x, y, 1, 1);
        }
      }
    }
  }

  /** Black and white, one of a thousand dots wrong. */
  private static PageImage bits(BufferedImage fax, int yResolution) {
    Random random = new Random(7);
    int stride = (fax.getWidth() + 7) / 8;
    byte[] rows = new byte[stride * fax.getHeight()];
    for (int y = 0; y < fax.getHeight(); y++) {
      for (int x = 0; x < fax.getWidth(); x++) {
        boolean speck = random.nextInt(1000) == 0;
        if ((fax.getRaster().getSample(x, y, 0) < 128) != speck) {
          rows[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return new PageImage(fax.getWidth(), fax.getHeight(), 204, yResolution, 1, rows);
  }
}
