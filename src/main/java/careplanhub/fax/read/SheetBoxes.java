package careplanhub.fax.read;

import careplanhub.fax.forms.ResultSheetLayout;
import careplanhub.fax.forms.ResultSheetLayout.Box;
import careplanhub.fax.read.BoxFrames.Shift;
import careplanhub.fax.read.SheetPlace.Dot;
import careplanhub.office.PageReadingSettings;
import java.util.ArrayList;
import java.util.List;

/** Reads the boxes of a result sheet whose place on the page is known. */
final class SheetBoxes {
  /** Left out along a box's frame in millimetres, where its own border smears. */
  private static final double BORDER = 0.5;

  /** Samples a millimetre each way. */
  private static final double FINE = 8;

  private static final double LEAST_FRAMED = 0.6;
  private static final double SURE = 0.5;
  private static final double FROM_THE_NEXT_BOX = 0.25;

  private final SquarePage page;
  private final SheetPlace place;
  private final BoxFrames frames;
  private final PageReadingSettings settings;

  SheetBoxes(SquarePage page, SheetPlace place, PageReadingSettings settings) {
    this.page = page;
    this.place = place;
    this.frames = new BoxFrames(page, place);
    this.settings = settings;
  }

  /**
   * Shares of black.
   *
   * @param all in the whole box; no number when the box has no frame
   * @param middle in the middle third of its columns, which a sign that began in the next box does
   *     not reach
   */
  private record Ink(double all, double middle) {
    static final Ink UNKNOWN = new Ink(Double.NaN, Double.NaN);
  }

  SheetMarks read() {
    List<List<Ink>> inks = new ArrayList<>();
    for (int line = 0; line < ResultSheetLayout.LINES; line++) {
      Shift[] shifts = frames.shifts(line);
      if (frames.line(line, shifts) >= LEAST_FRAMED) {
        inks.add(inks(line, shifts));
      }
    }
    double dirt = dirt(inks);
    List<List<BoxMark>> lines =
        inks.stream().map(line -> line.stream().map(ink -> mark(ink, dirt)).toList()).toList();
    double remarks = ink(ResultSheetLayout.remarks(), new Shift(0, 0)).all() - dirt;
    return new SheetMarks(lines, remarks > settings.remarkInk());
  }

  private List<Ink> inks(int line, Shift[] shifts) {
    List<Ink> inks = new ArrayList<>();
    for (int day = 1; day <= ResultSheetLayout.DAYS; day++) {
      Shift shift = BoxFrames.shift(shifts, day);
      inks.add(
          frames.isFramed(line, day, shift)
              ? ink(ResultSheetLayout.box(line, day), shift)
              : Ink.UNKNOWN);
    }
    return inks;
  }

  private Ink ink(Box box, Shift shift) {
    int across = (int) Math.round((box.width() - 2 * BORDER) * FINE);
    int down = (int) Math.round((box.height() - 2 * BORDER) * FINE);
    int black = 0;
    int middle = 0;
    for (int column = 0; column < across; column++) {
      boolean isMiddle = column >= across / 3 && column < across - across / 3;
      for (int row = 0; row < down; row++) {
        Dot dot =
            place.at(
                box.left() + BORDER + (column + 0.5) / FINE,
                box.top() + BORDER + (row + 0.5) / FINE);
        if (page.isBlack(dot.x() + shift.x(), dot.y() + shift.y())) {
          black++;
          middle += isMiddle ? 1 : 0;
        }
      }
    }
    return new Ink(
        (double) black / (across * down), (double) middle / ((across - 2 * (across / 3)) * down));
  }

  /** What lies in every box alike: that of the cleanest quarter, within what dirt can be. */
  private double dirt(List<List<Ink>> inks) {
    double[] all =
        inks.stream()
            .flatMap(List::stream)
            .mapToDouble(Ink::all)
            .filter(ink -> !Double.isNaN(ink))
            .sorted()
            .toArray();
    return all.length == 0 ? 0 : Math.min(settings.emptyInk(), all[all.length / 4]);
  }

  private BoxMark mark(Ink ink, double dirt) {
    if (Double.isNaN(ink.all())) {
      return new BoxMark(BoxState.DOUBTFUL, 0);
    }
    double span = settings.filledInk() - settings.emptyInk();
    double away = (ink.all() - dirt - (settings.filledInk() + settings.emptyInk()) / 2) / span;
    double confidence = Math.min(1, Math.abs(away));
    if (away > 0 && ink.middle() - dirt < settings.emptyInk() / 2) {
      confidence = Math.min(confidence, FROM_THE_NEXT_BOX);
    }
    if (confidence < SURE) {
      return new BoxMark(BoxState.DOUBTFUL, confidence);
    }
    return new BoxMark(away > 0 ? BoxState.FILLED : BoxState.EMPTY, confidence);
  }
}
