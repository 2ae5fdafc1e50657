package careplanhub.lab.fax;

import java.util.Random;

/**
 * What a FAX does to a page.
 *
 * @param rows an inch; there are always 204 dots an inch across
 * @param shrink its size on the received page, 1 for unshrunk
 * @param skew in degrees, clockwise
 * @param isUpsideDown whether it was laid in the wrong way round
 * @param specks which share of the dots is black by mistake, and which white
 * @param threshold the grey from which the scanner takes a dot for black, in percent of white
 * @param hasHeader whether the sending machine prints its line along the upper edge
 * @param shift where it was laid in to the side, in dots
 * @param coding of the file
 * @param seed of the specks' places
 */
public record Degradation(
    int rows,
    double shrink,
    double skew,
    boolean isUpsideDown,
    double specks,
    int threshold,
    boolean hasHeader,
    int shift,
    Coding coding,
    int seed) {
  /** How a FAX machine packs a page. */
  public enum Coding {
    /** MH. */
    G3_1D("g3:1d"),
    /** MR. */
    G3_2D("g3:2d"),
    /** MMR. */
    G4("g4");

    private final String word;

    Coding(String word) {
      this.word = word;
    }

    /** How libtiff's tiffcp calls it. */
    String word() {
      return word;
    }
  }

  /**
   * Something within what is usual: shrunk to 89–100 %, 2° to either side, up to 0.5 % of specks,
   * every fourth page upside down, every second one with a header.
   */
  static Degradation some(Random random, int rows) {
    Coding[] codings = Coding.values();
    return new Degradation(
        rows,
        0.89 + 0.11 * random.nextDouble(),
        4 * random.nextDouble() - 2,
        random.nextInt(4) == 0,
        0.005 * random.nextDouble(),
        45 + random.nextInt(21),
        random.nextBoolean(),
        random.nextInt(41) - 20,
        codings[random.nextInt(codings.length)],
        random.nextInt(1 << 30));
  }
}
