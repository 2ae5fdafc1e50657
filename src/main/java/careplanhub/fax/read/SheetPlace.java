package careplanhub.fax.read;

import careplanhub.fax.forms.ResultSheetLayout;

/**
 * Where a result sheet lies on a page: maps millimetres from the top left mark to dots of the page,
 * straight between the four marks.
 */
record SheetPlace(Dot topLeft, Dot topRight, Dot bottomLeft, Dot bottomRight) {
  private static final int QUARTER = 90;

  /** A place in dots of the page. */
  record Dot(double x, double y) {
    double distance(Dot other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  Dot at(double x, double y) {
    double across = x / ResultSheetLayout.MARK_WIDTH;
    double down = y / ResultSheetLayout.MARK_HEIGHT;
    return new Dot(
        between(topLeft.x, topRight.x, bottomLeft.x, bottomRight.x, across, down),
        between(topLeft.y, topRight.y, bottomLeft.y, bottomRight.y, across, down));
  }

  private static double between(
      double topLeft,
      double topRight,
      double bottomLeft,
      double bottomRight,
      double across,
      double down) {
    return (topLeft * (1 - across) + topRight * across) * (1 - down)
        + (bottomLeft * (1 - across) + bottomRight * across) * down;
  }

  /** Dots a millimetre, the mean of both edges across. */
  double dotsPerMm() {
    return (topLeft.distance(topRight) + bottomLeft.distance(bottomRight))
        / (2 * ResultSheetLayout.MARK_WIDTH);
  }

  /** The direction of the upper edge in radians; grows as the page is turned clockwise. */
  double direction() {
    return Math.atan2(
        topRight.y - topLeft.y + bottomRight.y - bottomLeft.y,
        topRight.x - topLeft.x + bottomRight.x - bottomLeft.x);
  }

  int quarterTurns() {
    return Math.floorMod((int) Math.round(Math.toDegrees(direction()) / QUARTER), 4);
  }
}
