package careplanhub.fax.read;

import careplanhub.fax.forms.ResultSheetLayout;
import careplanhub.fax.read.CornerMarks.Candidate;
import careplanhub.fax.read.SheetPlace.Dot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the four marks of a result sheet among what looks like marks, whichever way up the page
 * lies. One mark may be lost, since a hole or a stain can take it.
 */
final class SheetSearch {
  /** The shrinking of a FAX, and a little more either way. */
  private static final double LEAST_SCALE = 0.75;

  private static final double MOST_SCALE = 1.08;

  /** How much longer a page may be one way than the other, as feeding rollers slip. */
  private static final double STRETCH = 0.06;

  private static final double MOST_SKEW = Math.toRadians(8);
  private static final int TRIED = 8;
  private static final double LEAST_FRAMES = 0.7;
  private static final double PENALTY_FOR_LOST = 0.6;

  private final SquarePage page;
  private final List<Candidate> marks;
  private final List<Guess> guesses = new ArrayList<>();

  private SheetSearch(SquarePage page) {
    this.page = page;
    this.marks = CornerMarks.of(page);
  }

  private record Guess(SheetPlace place, double score) {}

  /** The place at which the first line of boxes is found too; empty when there is none. */
  static Optional<SheetPlace> find(SquarePage page) {
    return new SheetSearch(page).best();
  }

  private Optional<SheetPlace> best() {
    for (Candidate left : marks) {
      for (Candidate right : marks) {
        guess(left, right);
      }
    }
    guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
    SheetPlace best = null;
    double most = LEAST_FRAMES;
    for (Guess guess : guesses.subList(0, Math.min(TRIED, guesses.size()))) {
      double frames = new BoxFrames(page, guess.place()).firstLine();
      if (frames > most) {
        most = frames;
        best = guess.place();
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * What the sheet would be if these two were its upper or, when one of those is lost, lower marks.
   */
  private void guess(Candidate left, Candidate right) {
    double dx = right.x() - left.x();
    double dy = right.y() - left.y();
    double length = Math.hypot(dx, dy);
    double scale = length / ResultSheetLayout.MARK_WIDTH / page.dotsPerMm();
    double skew = Math.abs(Math.IEEEremainder(Math.atan2(dy, dx), Math.PI / 2));
    if (scale < LEAST_SCALE || scale > MOST_SCALE || skew > MOST_SKEW) {
      return;
    }
    double ratio = ResultSheetLayout.MARK_HEIGHT / ResultSheetLayout.MARK_WIDTH;
    double reach = length * ratio * STRETCH;
    for (int down : new int[] {1, -1}) {
      double acrossX = -dy * ratio * down;
      double acrossY = dx * ratio * down;
      Candidate otherLeft = nearest(left.x() + acrossX, left.y() + acrossY, reach);
      Candidate otherRight = nearest(right.x() + acrossX, right.y() + acrossY, reach);
      boolean one = (otherLeft == null) != (otherRight == null);
      if (one || (otherLeft != null && down > 0)) {
        Dot nearLeft = new Dot(left.x(), left.y());
        Dot nearRight = new Dot(right.x(), right.y());
        Dot farLeft = dot(otherLeft, otherRight, -dx, -dy);
        Dot farRight = dot(otherRight, otherLeft, dx, dy);
        double bent = new Dot(farLeft.x() + dx, farLeft.y() + dy).distance(farRight) / reach;
        double score = left.score() + right.score() + score(otherLeft) + score(otherRight) - bent;
        guesses.add(
            new Guess(
                down > 0
                    ? new SheetPlace(nearLeft, nearRight, farLeft, farRight)
                    : new SheetPlace(farLeft, farRight, nearLeft, nearRight),
                score));
      }
    }
  }

  private static double score(@Nullable Candidate mark) {
    return mark == null ? -PENALTY_FOR_LOST : mark.score();
  }

  private static Dot dot(
      @Nullable Candidate mark, @Nullable Candidate other, double dx, double dy) {
    if (mark != null) {
      return new Dot(mark.x(), mark.y());
    }
    if (other == null) {
      throw new IllegalArgumentException("One of the lower marks is needed");
    }
    return new Dot(other.x() + dx, other.y() + dy);
  }

  private @Nullable Candidate nearest(double x, double y, double reach) {
    Candidate best = null;
    double least = reach;
    for (Candidate mark : marks) {
      double distance = Math.hypot(mark.x() - x, mark.y() - y);
      if (distance < least) {
        least = distance;
        best = mark;
      }
    }
    return best;
  }
}
