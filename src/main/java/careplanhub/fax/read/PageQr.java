package careplanhub.fax.read;

import careplanhub.fax.PageCode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for our QR code on a page, whichever way up it lies: first in the corners, where ours is,
 * then on the whole page, each in a fixed number of sizes and binarisations, so that a page without
 * one costs a bounded time. Codes of others are passed over.
 */
final class PageQr {
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE));
  private static final double CORNER = 0.3;
  private static final int CORNERS = 4;

  /** A module of ours has six dots at 204 an inch; sizes from two to twelve dots are tried. */
  private static final double[] SIZES = {1, 0.7, 0.5, 1.4, 2};

  private PageQr() {}

  /**
   * Our code and where it lies.
   *
   * @param direction of its upper edge from left to right, in radians; 0 on an upright page,
   *     growing as the page is turned clockwise
   */
  record Found(PageCode code, double direction) {}

  static Optional<Found> find(SquarePage page) {
    int width = Math.max(1, (int) (page.width() * CORNER));
    int height = Math.max(1, (int) (page.height() * CORNER));
    for (double size : SIZES) {
      for (int corner = 0; corner < CORNERS; corner++) {
        int left = corner % 2 == 0 ? page.width() - width : 0;
        int top = corner < 2 ? 0 : page.height() - height;
        Optional<Found> found = tried(page.part(left, top, width, height), size);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return tried(page, 1).or(() -> tried(page, SIZES[1]));
  }

  private static Optional<Found> tried(SquarePage part, double size) {
    int width = Math.max(1, (int) Math.round(part.width() * size));
    int height = Math.max(1, (int) Math.round(part.height() * size));
    SquarePage sized = size < 1 ? part.shrunk(width, height) : part.scaled(width, height);
    return decoded(size == 1 ? part : sized).or(() -> decoded(sized.smooth()));
  }

  private static Optional<Found> decoded(SquarePage page) {
    int width = page.width();
    int height = page.height();
    LuminanceSource source =
        new PlanarYUVLuminanceSource(page.grey(), width, height, 0, 0, width, height, false);
    return decoded(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
        .or(() -> decoded(new BinaryBitmap(new HybridBinarizer(source))));
  }

  private static Optional<Found> decoded(BinaryBitmap bits) {
    try {
      Result result = new QRCodeReader().decode(bits, HINTS);
      return PageCode.parse(result.getText())
          .map(code -> new Found(code, direction(result.getResultPoints())));
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }

  /** The library gives the corner patterns from bottom left over top left to top right. */
  private static double direction(ResultPoint[] corners) {
    return Math.atan2(corners[2].getY() - corners[1].getY(), corners[2].getX() - corners[1].getX());
  }
}
