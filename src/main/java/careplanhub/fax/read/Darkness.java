package careplanhub.fax.read;

/** How much of any rectangle of a page is black, answered in one step each. */
final class Darkness {

  private final int width;
  private final int height;
  private final int[] sums;

  Darkness(SquarePage page) {
    width = page.width();
    height = page.height();
    sums = new int[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      int row = 0;
      for (int x = 0; x < width; x++) {
        row += page.isBlack(x, y) ? 1 : 0;
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
  }

  /** The black dots from left and top up to, without, right and bottom; none outside the page. */
  int count(int left, int top, int right, int bottom) {
    int x0 = Math.max(0, Math.min(width, left));
    int x1 = Math.max(x0, Math.min(width, right));
    int y0 = Math.max(0, Math.min(height, top));
    int y1 = Math.max(y0, Math.min(height, bottom));
    int stride = width + 1;
    return sums[y1 * stride + x1]
        - sums[y0 * stride + x1]
        - sums[y1 * stride + x0]
        + sums[y0 * stride + x0];
  }
}
