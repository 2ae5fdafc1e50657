package careplanhub.fax.read;

import careplanhub.fax.forms.ResultSheetLayout;
import careplanhub.fax.forms.ResultSheetLayout.Box;
import careplanhub.fax.read.BoxFrames.Shift;
import careplanhub.fax.read.SheetPlace.Dot;
import careplanhub.office.PageReadingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the boxes of a result sheet whose place on the page is known. */
final class SheetBoxes {
  /** Left out along a box's frame in millimetres, where its own border smears. */
  private static final double BORDER = 0.5;

  /** Samples a millimetre each way. */
  private static final double FINE = 8;

  private static final double LEAST_FRAMED = 0.6;

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

  SheetMarks read() {
    List<double[]> ink = new ArrayList<>();
    for (int line = 0; line < ResultSheetLayout.LINES; line++) {
      Shift[] shifts = frames.shifts(line);
      if (frames.line(line, shifts) >= LEAST_FRAMED) {
        ink.add(inks(line, shifts));
      }
    }
    double dirt = dirt(ink);
    List<List<BoxMark>> lines =
        ink.stream()
            .map(line -> Arrays.stream(line).mapToObj(one -> mark(one - dirt)).toList())
            .toList();
    double remarks = ink(ResultSheetLayout.remarks(), new Shift(0, 0)) - dirt;
    return new SheetMarks(lines, remarks > settings.remarkInk());
  }

  /** The share of black in each box of a line; what is no number has no frame. */
  private double[] inks(int line, Shift[] shifts) {
    double[] inks = new double[ResultSheetLayout.DAYS];
    for (int day = 1; day <= inks.length; day++) {
      Shift shift = BoxFrames.shift(shifts, day);
      inks[day - 1] =
          frames.isFramed(line, day, shift)
              ? ink(ResultSheetLayout.box(line, day), shift)
              : Double.NaN;
    }
    return inks;
  }

  private double ink(Box box, Shift shift) {
    int across = (int) Math.round((box.width() - 2 * BORDER) * FINE);
    int down = (int) Math.round((box.height() - 2 * BORDER) * FINE);
    int black = 0;
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        Dot dot =
            place.at(
                box.left() + BORDER + (column + 0.5) / FINE,
                box.top() + BORDER + (row + 0.5) / FINE);
        black += page.isBlack(dot.x() + shift.x(), dot.y() + shift.y()) ? 1 : 0;
      }
    }
    return (double) black / (across * down);
  }

  /** What lies in every box alike: that of the cleanest quarter, within what dirt can be. */
  private double dirt(List<double[]> ink) {
    double[] all =
        ink.stream()
            .flatMapToDouble(Arrays::stream)
            .filter(one -> !Double.isNaN(one))
            .sorted()
            .toArray();
    return all.length == 0 ? 0 : Math.min(settings.emptyInk(), all[all.length / 4]);
  }

  private BoxMark mark(double ink) {
    if (Double.isNaN(ink)) {
      return new BoxMark(BoxState.DOUBTFUL, 0);
    }
    double span = settings.filledInk() - settings.emptyInk();
    double away = (ink - (settings.filledInk() + settings.emptyInk()) / 2) / span;
    double confidence = Math.min(1, Math.abs(away));
    if (confidence < 0.5) {
      return new BoxMark(BoxState.DOUBTFUL, confidence);
    }
    return new BoxMark(away > 0 ? BoxState.FILLED : BoxState.EMPTY, confidence);
  }
}
