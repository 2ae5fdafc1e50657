package careplanhub.lab;

import java.util.List;

/**
 * How a demo ended.
 *
 * @param counts what the two hubs' ledgers say together
 * @param movements what went from where to where
 * @param problems Japanese: what is not as it should be; empty when all is well
 */
public record DemoResult(Counts counts, List<Movement> movements, List<String> problems) {

  /**
   * What ledgers counted.
   *
   * @param arrivals files taken from outboxes
   * @param parcels parcels made of them
   * @param delivered parcels that stood in their addressees' inboxes
   * @param quarantined units refused
   * @param duplicates files recognised as repeats
   */
  public record Counts(
      long arrivals, long parcels, long delivered, long quarantined, long duplicates) {
    Counts plus(Counts other) {
      return new Counts(
          arrivals + other.arrivals,
          parcels + other.parcels,
          delivered + other.delivered,
          quarantined + other.quarantined,
          duplicates + other.duplicates);
    }
  }

  /**
   * Files of one kind that went from one office to another.
   *
   * @param from the sender
   * @param to the addressee
   * @param kind the files' kind, such as UPPLAN
   * @param files how many of them stand in the inbox
   */
  public record Movement(SyntheticOffice from, SyntheticOffice to, String kind, long files) {}

  /** The line that scripts look for. */
  public String lastLine() {
    return (problems.isEmpty() ? "DEMO OK" : "DEMO FAILED")
        + " arrivals="
        + counts.arrivals()
        + " parcels="
        + counts.parcels()
        + " delivered="
        + counts.delivered()
        + " quarantined="
        + counts.quarantined()
        + " duplicates="
        + counts.duplicates();
  }
}
