package careplanhub.fax.read;

import careplanhub.fax.page.PageImage;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a QR code on a page, whichever way up it lies: first in the corners, where ours are,
 * then on the whole page, each in a fixed number of scales and binarisations, so that a page
 * without one costs a bounded time. Thread-safe.
 */
public final class PageQr {
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE));
  private static final double CORNER = 0.3;
  private static final double[] SCALES = {1, 1.5, 2, 0.75};

  private PageQr() {}

  /** The text of the first QR code that is read; empty when there is none. */
  public static Optional<String> read(PageImage image) {
    SquarePage page = SquarePage.of(image);
    int width = Math.max(1, (int) (page.width() * CORNER));
    int height = Math.max(1, (int) (page.height() * CORNER));
    for (double scale : SCALES) {
      for (int corner = 0; corner < 4; corner++) {
        int left = corner % 2 == 0 ? page.width() - width : 0;
        int top = corner < 2 ? 0 : page.height() - height;
        Optional<String> text = tried(page.part(left, top, width, height), scale);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return tried(page, 1);
  }

  private static Optional<String> tried(SquarePage part, double scale) {
    int width = Math.max(1, (int) Math.round(part.width() * scale));
    int height = Math.max(1, (int) Math.round(part.height() * scale));
    SquarePage sized = scale == 1 ? part : part.scaled(width, height);
    LuminanceSource source =
        new PlanarYUVLuminanceSource(sized.grey(), width, height, 0, 0, width, height, false);
    return decoded(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
        .or(() -> decoded(new BinaryBitmap(new HybridBinarizer(source))));
  }

  private static Optional<String> decoded(BinaryBitmap bits) {
    try {
      Result result = new QRCodeReader().decode(bits, HINTS);
      return Optional.of(result.getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
