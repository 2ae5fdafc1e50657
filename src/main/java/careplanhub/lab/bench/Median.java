package careplanhub.lab.bench;

import java.util.stream.DoubleStream;

/** The middle figure of several rounds, so that one disturbed round does not count. */
final class Median {
  private Median() {}

  /** Of an even count the mean of the two in the middle; there must be a figure. */
  static double of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
