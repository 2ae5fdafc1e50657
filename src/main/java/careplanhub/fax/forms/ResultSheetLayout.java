package careplanhub.fax.forms;

import java.util.List;

/**
 * Where things lie on a result sheet, in millimetres from the centre of the top left corner mark,
 * to the right and down, when the page (A4 landscape) is upright. It is the same for every sheet;
 * which user, service and day a box stands for is in {@link FormDocument.ResultPage}. A reader
 * finds the four marks, maps their centres to {@link #marks()} and so finds every box, whatever
 * shrinking, skew and unequal resolution a FAX has brought.
 */
public final class ResultSheetLayout {
  /** The edge of a mark, a black square. */
  public static final double MARK_SIZE = 5;

  /** From the left to the right marks' centres. */
  public static final double MARK_WIDTH = 273;

  /** From the upper to the lower marks' centres. */
  public static final double MARK_HEIGHT = 158;

  /** The most lines on a page. */
  public static final int LINES = 12;

  /** Columns of boxes; a month with fewer days leaves the last ones out. */
  public static final int DAYS = 31;

  /** Where the top left mark's centre is on the paper. */
  static final double MARK_LEFT = 12;

  static final double MARK_TOP = 40;
  static final double FIRST_COLUMN = 98;
  static final double COLUMN = 5.4;
  static final double FIRST_LINE = 14;
  static final double LINE = 9.6;

  private static final double BOX_INDENT = 0.5;
  private static final double BOX_DROP = 3.4;
  private static final double BOX_WIDTH = 4.4;
  private static final double BOX_HEIGHT = 5.6;

  private ResultSheetLayout() {}

  /** The centres of the four marks: top left, top right, bottom left, bottom right. */
  public static List<Point> marks() {
    return List.of(
        new Point(0, 0),
        new Point(MARK_WIDTH, 0),
        new Point(0, MARK_HEIGHT),
        new Point(MARK_WIDTH, MARK_HEIGHT));
  }

  /**
   * The box that is filled when the service of a line was given on a day; the measures are those of
   * the middle of its printed border.
   *
   * @param line from 0, below {@link #LINES}
   * @param day of the month, from 1
   * @throws IllegalArgumentException when there is no such box
   */
  public static Box box(int line, int day) {
    if (line < 0 || line >= LINES || day < 1 || day > DAYS) {
      throw new IllegalArgumentException("There is no box of line " + line + ", day " + day);
    }
    return new Box(
        FIRST_COLUMN + (day - 1) * COLUMN + BOX_INDENT,
        FIRST_LINE + line * LINE + BOX_DROP,
        BOX_WIDTH,
        BOX_HEIGHT);
  }

  /** The part of the field for what is not planned that is white when the sheet is sent. */
  public static Box remarks() {
    return new Box(4, 136.5, 188, 16);
  }

  /** A place in millimetres from the top left mark's centre. */
  public record Point(double x, double y) {}

  /** A rectangle in millimetres, its place measured from the top left mark's centre. */
  public record Box(double left, double top, double width, double height) {}
}
