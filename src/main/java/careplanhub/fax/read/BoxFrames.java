package careplanhub.fax.read;

import careplanhub.fax.forms.ResultSheetLayout;
import careplanhub.fax.forms.ResultSheetLayout.Box;
import careplanhub.fax.read.SheetPlace.Dot;

/**
 * The printed frames of a result sheet's boxes. Looks, for a few boxes of a line together, where
 * near their place the frames are darkest, as a page is never stretched quite evenly.
 */
final class BoxFrames {
  /** Half the gap between two boxes, so that one is never taken for the other. */
  private static final double REACH = 0.5;

  private static final int GROUP = 8;
  private static final int SAMPLES = 16;
  private static final double LEAST_DARK = 0.55;

  /** What a step away costs, so that of equal places the expected one is taken. */
  private static final double COST = 0.004;

  private final SquarePage page;
  private final SheetPlace place;

  BoxFrames(SquarePage page, SheetPlace place) {
    this.page = page;
    this.place = place;
  }

  /** How far the frames of a group of boxes lie from where they were expected, in dots. */
  record Shift(int x, int y) {}

  /** Which share of the first line's boxes has a frame. */
  double firstLine() {
    return line(0, shifts(0));
  }

  /** Which share of a line's boxes has a frame. */
  double line(int line, Shift[] shifts) {
    int framed = 0;
    for (int day = 1; day <= ResultSheetLayout.DAYS; day++) {
      if (isFramed(line, day, shift(shifts, day))) {
        framed++;
      }
    }
    return (double) framed / ResultSheetLayout.DAYS;
  }

  boolean isFramed(int line, int day, Shift shift) {
    return dark(samples(line, day), shift.x(), shift.y()) >= LEAST_DARK;
  }

  static Shift shift(Shift[] shifts, int day) {
    return shifts[(day - 1) / GROUP];
  }

  /** The best shift of each group of a line. */
  Shift[] shifts(int line) {
    Shift[] shifts = new Shift[(ResultSheetLayout.DAYS + GROUP - 1) / GROUP];
    for (int group = 0; group < shifts.length; group++) {
      int first = group * GROUP + 1;
      shifts[group] = best(line, first, Math.min(ResultSheetLayout.DAYS, first + GROUP - 1));
    }
    return shifts;
  }

  private Shift best(int line, int firstDay, int lastDay) {
    Dot[][] samples = new Dot[lastDay - firstDay + 1][];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = samples(line, firstDay + i);
    }
    int reach = (int) Math.max(1, Math.round(REACH * place.dotsPerMm()));
    Shift best = new Shift(0, 0);
    double most = 0;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        double dark = -COST * (Math.abs(dx) + Math.abs(dy));
        for (Dot[] box : samples) {
          dark += dark(box, dx, dy) / samples.length;
        }
        if (dark > most) {
          most = dark;
          best = new Shift(dx, dy);
        }
      }
    }
    return best;
  }

  /** Places on the middle of a box's four borders. */
  private Dot[] samples(int line, int day) {
    Box box = ResultSheetLayout.box(line, day);
    Dot[] samples = new Dot[4 * SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double across = box.left() + box.width() * (i + 0.5) / SAMPLES;
      double down = box.top() + box.height() * (i + 0.5) / SAMPLES;
      samples[i] = place.at(across, box.top());
      samples[SAMPLES + i] = place.at(across, box.top() + box.height());
      samples[2 * SAMPLES + i] = place.at(box.left(), down);
      samples[3 * SAMPLES + i] = place.at(box.left() + box.width(), down);
    }
    return samples;
  }

  private double dark(Dot[] samples, int dx, int dy) {
    int dark = 0;
    for (Dot sample : samples) {
      dark += page.isBlack(sample.x() + dx, sample.y() + dy) ? 1 : 0;
    }
    return (double) dark / samples.length;
  }
}
