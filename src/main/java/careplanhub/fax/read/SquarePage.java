package careplanhub.fax.read;

import careplanhub.fax.page.PageImage;

/**
 * A page with square pixels, in grey from 0 (black) to 255: the finer of its two resolutions holds
 * both ways. The bytes belong to the page and must not be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record SquarePage(int width, int height, byte[] grey) {
  private static final int HIGHEST_BIT = 0x80;
  private static final double SQUARE = 1.1;

  /** Makes the pixels square; a page that does not say its resolution is taken as it is. */
  static SquarePage of(PageImage image) {
    SquarePage page = new SquarePage(image.width(), image.height(), grey(image));
    if (image.xResolution() < 1 || image.yResolution() < 1) {
      return page;
    }
    double ratio = (double) image.xResolution() / image.yResolution();
    if (ratio > SQUARE) {
      return page.scaled(page.width, (int) Math.round(page.height * ratio));
    }
    return ratio < 1 / SQUARE
        ? page.scaled((int) Math.round(page.width / ratio), page.height)
        : page;
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
        grey[y * image.width() + x] = (byte) ((bits & (HIGHEST_BIT >> (x % 8))) == 0 ? 255 : 0);
      }
    }
    return Specks.removed(grey, image.width(), image.height());
  }

  int at(int x, int y) {
    return grey[y * width + x] & 0xFF;
  }

  /** The page in another size, between its pixels as the straight line goes. */
  SquarePage scaled(int newWidth, int newHeight) {
    byte[] scaled = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      double sourceY = (y + 0.5) * height / newHeight - 0.5;
      for (int x = 0; x < newWidth; x++) {
        double sourceX = (x + 0.5) * width / newWidth - 0.5;
        scaled[y * newWidth + x] = (byte) Math.round(between(sourceX, sourceY));
      }
    }
    return new SquarePage(newWidth, newHeight, scaled);
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
    return new SquarePage(newWidth, newHeight, shrunk);
  }

  /** The page with each dot the mean of itself and those around it. */
  SquarePage smooth() {
    byte[] smooth = grey.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        smooth[y * width + x] = (byte) mean(x - 1, y - 1, x + 2, y + 2);
      }
    }
    return new SquarePage(width, height, smooth);
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

  SquarePage part(int left, int top, int partWidth, int partHeight) {
    byte[] part = new byte[partWidth * partHeight];
    for (int y = 0; y < partHeight; y++) {
      System.arraycopy(grey, (top + y) * width + left, part, y * partWidth, partWidth);
    }
    return new SquarePage(partWidth, partHeight, part);
  }

  @Override
  public String toString() {
    return "SquarePage[" + width + "x" + height + "]";
  }
}
