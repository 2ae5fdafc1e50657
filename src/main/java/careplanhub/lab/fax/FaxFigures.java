package careplanhub.lab.fax;

import java.util.Locale;

/**
 * How well and how fast pages of one resolution were read.
 *
 * @param rows the resolution down, dots an inch
 * @param pages how many
 * @param codes pages whose code was read
 * @param sheets pages whose boxes were found
 * @param boxes how many there are on all pages, also on those whose boxes were not found
 * @param filled how many of them were filled in
 * @param right boxes read as they are
 * @param filledRight filled boxes read as filled
 * @param doubtful boxes left to a person
 * @param filledDoubtful how many of those were filled in
 * @param wrong boxes read as what they are not, without a doubt
 * @param nanos in the reader
 */
public record FaxFigures(
    int rows,
    int pages,
    int codes,
    int sheets,
    int boxes,
    int filled,
    int right,
    int filledRight,
    int doubtful,
    int filledDoubtful,
    int wrong,
    long nanos) {
  private static final double PERCENT = 100;
  private static final double NANOS_A_SECOND = 1e9;

  static FaxFigures none(int rows) {
    return new FaxFigures(rows, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  FaxFigures and(FaxFigures other) {
    return new FaxFigures(
        rows,
        pages + other.pages,
        codes + other.codes,
        sheets + other.sheets,
        boxes + other.boxes,
        filled + other.filled,
        right + other.right,
        filledRight + other.filledRight,
        doubtful + other.doubtful,
        filledDoubtful + other.filledDoubtful,
        wrong + other.wrong,
        nanos + other.nanos);
  }

  /** Share of pages whose code was read, in percent. */
  public double codesFound() {
    return PERCENT * codes / pages;
  }

  /** Share of the filled boxes that were read as filled, of those without a doubt, in percent. */
  public double filledFound() {
    return PERCENT * filledRight / (filled - filledDoubtful);
  }

  /** Share of all boxes that a person has to look at, in percent. */
  public double leftToPerson() {
    return PERCENT * doubtful / boxes;
  }

  /**
   * The line that a benchmark ends with.
   *
   * @param heap the most memory that the process used for objects, in bytes
   */
  public String lastLine(long heap) {
    return String.format(
        Locale.ROOT,
        "BENCH fax resolution=204x%d pages=%d qr=%.2f%% sheets=%.2f%% boxes=%d filled=%d"
            + " filled right=%.3f%% doubtful=%.3f%% filled doubtful=%.3f%% wrong=%d pages/s=%.1f heap=%dMB",
        rows,
        pages,
        codesFound(),
        PERCENT * sheets / pages,
        boxes,
        filled,
        filledFound(),
        leftToPerson(),
        PERCENT * filledDoubtful / filled,
        wrong,
        pages / (nanos / NANOS_A_SECOND),
        heap >> 20);
  }
}
