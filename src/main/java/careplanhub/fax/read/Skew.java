package careplanhub.fax.read;

/**
 * How far a page is skewed, and whether its lines run across or down: turned a little each way, it
 * has the sharpest change from line to line where its lines are level.
 */
record Skew(double degrees, boolean isLyingDown) {
  /** Dots a millimetre of the reduced page that is turned. */
  private static final double SEARCHED = 3;

  private static final double MOST = 5;
  private static final double STEP = 0.25;

  static Skew of(SquarePage page) {
    double factor = Math.min(1, SEARCHED / page.dotsPerMm());
    SquarePage small =
        page.shrunk(
            Math.max(1, (int) Math.round(page.width() * factor)),
            Math.max(1, (int) Math.round(page.height() * factor)));
    Skew best = new Skew(0, false);
    double sharpest = 0;
    for (double degrees = -MOST; degrees <= MOST; degrees += STEP) {
      double across = sharpness(small, Math.tan(Math.toRadians(degrees)), false);
      double down = sharpness(small, Math.tan(Math.toRadians(degrees)), true);
      if (Math.max(across, down) > sharpest) {
        sharpest = Math.max(across, down);
        best = new Skew(degrees, down > across);
      }
    }
    return best;
  }

  private static double sharpness(SquarePage page, double slope, boolean down) {
    int length = down ? page.width() : page.height();
    int[] ink = new int[length];
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        int line = (int) Math.round(down ? x + y * slope : y - x * slope);
        if (line >= 0 && line < length) {
          ink[line] += 255 - page.at(x, y);
        }
      }
    }
    double sharpness = 0;
    for (int i = 1; i < length; i++) {
      double change = ink[i] - ink[i - 1];
      sharpness += change * change;
    }
    return sharpness / length;
  }
}
