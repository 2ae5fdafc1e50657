package careplanhub.lab.fax;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/**
 * How one person fills boxes: one kind of sign and one pen, each sign a little different, sometimes
 * over the box's border. Coordinates are millimetres.
 */
public final class Handwriting {
  private static final double JITTER = 0.12;

  private final Random random;
  private final Sign sign;
  private final double pen;
  private final int grey;

  private Handwriting(Random random, Sign sign, double pen, int grey) {
    this.random = random;
    this.sign = sign;
    this.pen = pen;
    this.grey = grey;
  }

  private enum Sign {
    TICK,
    CIRCLE,
    STROKE,
    CROSS,
    SCRIBBLE
  }

  /** Somebody with a ball pen or a felt pen, of 0.35 to 0.9 mm. */
  public static Handwriting of(Random random) {
    Sign[] signs = Sign.values();
    return new Handwriting(
        random,
        signs[random.nextInt(signs.length)],
        0.35 + 0.55 * random.nextDouble(),
        random.nextInt(80));
  }

  /** Draws one sign into a box. */
  public void fill(Graphics2D paper, double left, double top, double width, double height) {
    paper.setColor(new Color(grey, grey, grey));
    paper.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double size = 0.65 + 0.5 * random.nextDouble();
    double x = left + width / 2 + jitter(width);
    double y = top + height / 2 + jitter(height);
    paper.draw(line(x, y, width * size / 2, height * size / 2));
  }

  private Path2D line(double x, double y, double across, double down) {
    Path2D line = new Path2D.Double();
    switch (sign) {
      case TICK -> {
        line.moveTo(x - across + jitter(across), y);
        line.lineTo(x - across / 3, y + down + jitter(down));
        line.lineTo(x + across + jitter(across), y - down + jitter(down));
      }
      case CIRCLE -> circle(line, x, y, across, down);
      case STROKE -> slash(line, x, y, across, down);
      case CROSS -> {
        slash(line, x, y, across, down);
        slash(line, x, y, -across, down);
      }
      case SCRIBBLE -> {
        line.moveTo(x - across, y - down);
        int turns = 6 + random.nextInt(4);
        for (int i = 1; i <= turns; i++) {
          double side = i % 2 == 0 ? -across : across;
          line.lineTo(x + side + jitter(across), y - down + 2 * down * i / turns);
        }
      }
    }
    return line;
  }

  private void slash(Path2D line, double x, double y, double across, double down) {
    line.moveTo(x - across + jitter(across), y + down + jitter(down));
    line.quadTo(
        x + jitter(across), y + jitter(down), x + across + jitter(across), y - down + jitter(down));
  }

  /** Hardly ever closed where it began. */
  private void circle(Path2D line, double x, double y, double across, double down) {
    double begin = random.nextDouble() * 2 * Math.PI;
    double turn = 2 * Math.PI * (0.9 + 0.15 * random.nextDouble());
    int steps = 24;
    for (int i = 0; i <= steps; i++) {
      double angle = begin + turn * i / steps;
      double placeX = x + across * Math.cos(angle);
      double placeY = y + down * Math.sin(angle);
      if (i == 0) {
        line.moveTo(placeX, placeY);
      } else {
        line.lineTo(placeX, placeY);
      }
    }
  }

  private double jitter(double size) {
    return size * JITTER * random.nextGaussian();
  }
}
