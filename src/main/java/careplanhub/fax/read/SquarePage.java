package careplanhub.fax.read;

import careplanhub.fax.page.PageImage;
import careplanhub.fax.read.ReadPage.Orientation;
import java.util.Arrays;

/**
 * A page with square pixels, in grey from 0 (black) to 255: the finer of its two resolutions holds
 * both ways. The bytes belong to the page and must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record SquarePage(int width, int height, double dotsPerMm, byte[] grey) {
  private static final int HIGHEST_BIT = 0x80;
  private static final int HALF = 128;
  private static final int WHITE = 255;
  private static final double SQUARE = 1.02;
  private static final double MM_PER_INCH = 25.4;

  /** The longer over the shorter edge of A and B sizes, and A4's longer edge in millimetres. */
  private static final double PAPER = Math.sqrt(2);

  private static final double PAPER_LENGTH = 297;

  /** Across over down, as FAX machines scan. */
  private static final double[] RATIOS = {1, 204.0 / 98, 204.0 / 391};

  /** Makes the pixels square; a page that does not say its resolution is taken for A4. */
  static SquarePage of(PageImage image) {
    boolean known = image.xResolution() > 0 && image.yResolution() > 0;
    double ratio = known ? (double) image.xResolution() / image.yResolution() : ratio(image);
    int width = image.width();
    int height = image.height();
    if (ratio > SQUARE) {
      height = (int) Math.round(height * ratio);
    } else if (ratio < 1 / SQUARE) {
      width = (int) Math.round(width / ratio);
    }
    double dotsPerMm =
        known
            ? image.xResolution() / MM_PER_INCH
            : Math.max(width, height) / PAPER_LENGTH * image.width() / width;
    SquarePage page = new SquarePage(image.width(), image.height(), dotsPerMm, grey(image));
    return page.scaled(width, height);
  }

  private static double ratio(PageImage image) {
    double best = 1;
    double least = Double.MAX_VALUE;
    for (double ratio : RATIOS) {
      double edges = image.height() * ratio / image.width();
      double off = Math.abs(Math.log(Math.max(edges, 1 / edges) / PAPER));
      if (off < least) {
        least = off;
        best = ratio;
      }
    }
    return best;
  }

  private static byte[] grey(PageImage image) {
    if (image.bits() != 1) {
      return image.data();
    }
    int stride = (image.width() + 7) / 8;
    byte[] grey = new byte[image.width() * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int bits = image.data()[y * stride + x / 8];
        grey[y * image.width() + x] = (byte) ((bits & (HIGHEST_BIT >> (x % 8))) == 0 ? WHITE : 0);
      }
    }
    return Specks.removed(grey, image.width(), image.height());
  }

  int at(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** Whether the dot at a place is dark; what lies outside the page is not. */
  boolean isBlack(double x, double y) {
    long column = Math.round(x);
    long row = Math.round(y);
    return column >= 0
        && row >= 0
        && column < width
        && row < height
        && at((int) column, (int) row) < HALF;
  }

  /** The page in another size, between its pixels as the straight line goes. */
  SquarePage scaled(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    byte[] scaled = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      double sourceY = (y + 0.5) * height / newHeight - 0.5;
      for (int x = 0; x < newWidth; x++) {
        double sourceX = (x + 0.5) * width / newWidth - 0.5;
        scaled[y * newWidth + x] = (byte) Math.round(between(sourceX, sourceY));
      }
    }
    return new SquarePage(newWidth, newHeight, dotsPerMm * newWidth / width, scaled);
  }

  /** The page in a smaller size, each dot the mean of those that it stands for. */
  SquarePage shrunk(int newWidth, int newHeight) {
    byte[] shrunk = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int top = (int) ((long) y * height / newHeight);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
      for (int x = 0; x < newWidth; x++) {
        int left = (int) ((long) x * width / newWidth);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
        shrunk[y * newWidth + x] = (byte) mean(left, top, right, bottom);
      }
    }
    return new SquarePage(newWidth, newHeight, dotsPerMm * newWidth / width, shrunk);
  }

  /** The page with each dot the mean of itself and those around it. */
  SquarePage smooth() {
    byte[] smooth = grey.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        smooth[y * width + x] = (byte) mean(x - 1, y - 1, x + 2, y + 2);
      }
    }
    return new SquarePage(width, height, dotsPerMm, smooth);
  }

  private int mean(int left, int top, int right, int bottom) {
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += at(x, y);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }

  /** Grey at a place between pixels; places outside have that of the nearest pixel. */
  double between(double x, double y) {
    int left = Math.max(0, Math.min(width - 1, (int) Math.floor(x)));
    int top = Math.max(0, Math.min(height - 1, (int) Math.floor(y)));
    int right = Math.min(width - 1, left + 1);
    int bottom = Math.min(height - 1, top + 1);
    double across = Math.max(0, Math.min(1, x - left));
    double down = Math.max(0, Math.min(1, y - top));
    double upper = at(left, top) * (1 - across) + at(right, top) * across;
    double lower = at(left, bottom) * (1 - across) + at(right, bottom) * across;
    return upper * (1 - down) + lower * down;
  }

  /** The page turned upright and level about its middle, on white paper that holds all of it. */
  SquarePage upright(Orientation orientation) {
    double sine = Math.sin(orientation.radians());
    double cosine = Math.cos(orientation.radians());
    boolean isLying = orientation.quarterTurns() % 2 == 1;
    int newWidth = isLying ? height : width;
    int newHeight = isLying ? width : height;
    byte[] upright = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      double down = y - (newHeight - 1) / 2.0;
      for (int x = 0; x < newWidth; x++) {
        double across = x - (newWidth - 1) / 2.0;
        double sourceX = across * cosine - down * sine + (width - 1) / 2.0;
        double sourceY = across * sine + down * cosine + (height - 1) / 2.0;
        boolean isOutside = sourceX < -1 || sourceY < -1 || sourceX > width || sourceY > height;
        upright[y * newWidth + x] =
            (byte) (isOutside ? WHITE : Math.round(between(sourceX, sourceY)));
      }
    }
    return new SquarePage(newWidth, newHeight, dotsPerMm, upright);
  }

  /** The page with white where the strip was. */
  SquarePage without(SenderStrip strip) {
    byte[] clean = grey.clone();
    Arrays.fill(clean, strip.top() * width, strip.bottom() * width, (byte) WHITE);
    return new SquarePage(width, height, dotsPerMm, clean);
  }

  PageImage image() {
    int resolution = (int) Math.round(dotsPerMm * MM_PER_INCH);
    return new PageImage(width, height, resolution, resolution, 8, grey);
  }

  SquarePage part(int left, int top, int partWidth, int partHeight) {
    byte[] part = new byte[partWidth * partHeight];
    for (int y = 0; y < partHeight; y++) {
      System.arraycopy(grey, (top + y) * width + left, part, y * partWidth, partWidth);
    }
    return new SquarePage(partWidth, partHeight, dotsPerMm, part);
  }

  @Override
  public String toString() {
    return "SquarePage[" + width + "x" + height + "]";
  }
}
