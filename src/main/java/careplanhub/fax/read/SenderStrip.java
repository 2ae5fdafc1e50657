package careplanhub.fax.read;

/**
 * The line that a sending machine prints along the upper edge of what it scans, whichever way up
 * the sheet lay: a low band of ink near the edge with white below.
 *
 * @param top in dots, as is bottom; equal when there is none
 */
record SenderStrip(int top, int bottom) {
  private static final double SEARCHED_MM = 9;
  private static final double LATEST_START_MM = 5;
  private static final double LEAST_HEIGHT_MM = 1.2;
  private static final double MOST_HEIGHT_MM = 5;
  private static final double GAP_MM = 0.5;

  /** A row with less than this share of black is white. */
  private static final double WHITE = 0.002;

  static SenderStrip of(SquarePage page) {
    int end = (int) Math.min(page.height(), SEARCHED_MM * page.dotsPerMm());
    Darkness darkness = new Darkness(page.part(0, 0, page.width(), Math.max(1, end)));
    int gap = Math.max(1, (int) (GAP_MM * page.dotsPerMm()));
    int most = (int) (WHITE * page.width());
    int top = 0;
    while (top < end && darkness.count(0, top, page.width(), top + 1) <= most) {
      top++;
    }
    int bottom = top;
    int white = 0;
    while (bottom < end && white < gap) {
      white = darkness.count(0, bottom, page.width(), bottom + 1) <= most ? white + 1 : 0;
      bottom++;
    }
    double height = (bottom - white - top) / page.dotsPerMm();
    boolean is =
        white >= gap
            && top < LATEST_START_MM * page.dotsPerMm()
            && height >= LEAST_HEIGHT_MM
            && height <= MOST_HEIGHT_MM;
    return is ? new SenderStrip(top, bottom) : new SenderStrip(0, 0);
  }

  boolean isThere() {
    return bottom > top;
  }
}
