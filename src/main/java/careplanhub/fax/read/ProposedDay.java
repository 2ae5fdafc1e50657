package careplanhub.fax.read;

/**
 * One day of a service as a result sheet says it was.
 *
 * @param day of the month, from 1
 * @param planned how often it was planned
 * @param count how often it was given, as far as boxes can tell: 0 or 1; of a doubtful box, what
 *     was planned, at most 1
 * @param mark how its box was read
 * @param isDoubtful whether a person has to look at it: the box is not clear, or the service was
 *     planned more than once that day, which a box cannot tell
 */
public record ProposedDay(int day, int planned, int count, BoxMark mark, boolean isDoubtful) {
  static ProposedDay of(int day, int planned, BoxMark mark) {
    boolean isDoubtful =
        mark.state() == BoxState.DOUBTFUL || (planned > 1 && mark.state() == BoxState.FILLED);
    int count =
        switch (mark.state()) {
          case FILLED -> 1;
          case EMPTY -> 0;
          case DOUBTFUL -> Math.min(planned, 1);
        };
    return new ProposedDay(day, planned, count, mark, isDoubtful);
  }
}
