package careplanhub.fax.read;

import careplanhub.fax.forms.ResultSheetLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places on a page that look like a corner mark of a result sheet: black squares of its size, white
 * around them.
 */
final class CornerMarks {
  /** Dots a millimetre of the reduced page that is searched. */
  private static final double SEARCHED = 4;

  /** A mark shrunk to three quarters still fills it. */
  private static final double INSIDE = 3.4;

  private static final double RING_INNER = 6.4;
  private static final double RING_OUTER = 8;
  private static final double LEAST_BLACK = 0.75;
  private static final double MOST_RING = 0.35;
  private static final int MOST = 300;

  private CornerMarks() {}

  /** A place in dots of the page, and how much it looks like a mark, at most 1. */
  record Candidate(double x, double y, double score) {}

  /** The most likely ones first. */
  static List<Candidate> of(SquarePage page) {
    double factor = Math.min(1, SEARCHED / page.dotsPerMm());
    SquarePage small =
        page.shrunk(
            Math.max(1, (int) Math.round(page.width() * factor)),
            Math.max(1, (int) Math.round(page.height() * factor)));
    double unit = page.dotsPerMm() * factor;
    List<Candidate> found = peaks(scores(small, unit), small, Math.max(1, (int) (unit * 1.5)));
    found.sort(Comparator.comparingDouble(Candidate::score).reversed());
    double across = (double) page.width() / small.width();
    double down = (double) page.height() / small.height();
    return found.stream()
        .limit(MOST)
        .map(one -> refined(page, one.x() * across, one.y() * down, one.score()))
        .toList();
  }

  private static float[] scores(SquarePage page, double unit) {
    Darkness darkness = new Darkness(page);
    int inside = (int) Math.round(INSIDE * unit / 2);
    int inner = (int) Math.round(RING_INNER * unit / 2);
    int outer = (int) Math.round(RING_OUTER * unit / 2);
    float[] scores = new float[page.width() * page.height()];
    for (int y = inside; y < page.height() - inside; y++) {
      for (int x = inside; x < page.width() - inside; x++) {
        double black = share(darkness, x, y, inside);
        if (black < LEAST_BLACK) {
          continue;
        }
        double ring =
            (double) (square(darkness, x, y, outer) - square(darkness, x, y, inner))
                / (4L * outer * outer - 4L * inner * inner);
        if (ring < MOST_RING) {
          scores[y * page.width() + x] = (float) (black - ring);
        }
      }
    }
    return scores;
  }

  private static double share(Darkness darkness, int x, int y, int reach) {
    return (double) square(darkness, x, y, reach) / (4L * reach * reach);
  }

  private static int square(Darkness darkness, int x, int y, int reach) {
    return darkness.count(x - reach, y - reach, x + reach, y + reach);
  }

  private static List<Candidate> peaks(float[] scores, SquarePage page, int reach) {
    List<Candidate> peaks = new ArrayList<>();
    for (int y = reach; y < page.height() - reach; y++) {
      for (int x = reach; x < page.width() - reach; x++) {
        float score = scores[y * page.width() + x];
        if (score > 0 && isPeak(scores, page.width(), x, y, reach)) {
          peaks.add(new Candidate(x, y, score));
        }
      }
    }
    return peaks;
  }

  /** Of equal neighbours the first one is it. */
  private static boolean isPeak(float[] scores, int width, int x, int y, int reach) {
    int place = y * width + x;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        int other = place + dy * width + dx;
        if (scores[other] > scores[place] || (other < place && scores[other] == scores[place])) {
          return false;
        }
      }
    }
    return true;
  }

  /** The centre of the black around a place, taken twice. */
  private static Candidate refined(SquarePage page, double x, double y, double score) {
    double reach = ResultSheetLayout.MARK_SIZE * 0.65 * page.dotsPerMm();
    double centreX = x;
    double centreY = y;
    for (int round = 0; round < 2; round++) {
      long sumX = 0;
      long sumY = 0;
      long count = 0;
      int bottom = (int) Math.min(page.height() - 1.0, centreY + reach);
      int right = (int) Math.min(page.width() - 1.0, centreX + reach);
      for (int row = (int) Math.max(0, centreY - reach); row <= bottom; row++) {
        for (int column = (int) Math.max(0, centreX - reach); column <= right; column++) {
          if (page.isBlack(column, row)) {
            sumX += column;
            sumY += row;
            count++;
          }
        }
      }
      if (count > 0) {
        centreX = (double) sumX / count;
        centreY = (double) sumY / count;
      }
    }
    return new Candidate(centreX, centreY, score);
  }
}
