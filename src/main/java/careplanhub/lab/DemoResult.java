package careplanhub.lab;

import careplanhub.office.ChannelName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a demo ended.
 *
 * @param counts what the two hubs' ledgers say together
 * @param channels how many parcels went over each channel
 * @param movements what went from where to where
 * @param faxRows how many visits partners crossed on result sheets that came back by FAX
 * @param problems Japanese: what is not as it should be; empty when all is well
 */
public record DemoResult(
    Counts counts,
    Map<ChannelName, Long> channels,
    List<Movement> movements,
    long faxRows,
    List<String> problems) {

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
   * @param files how many of them were delivered
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
        + counts.duplicates()
        + Arrays.stream(ChannelName.values())
            .map(channel -> " " + channel.word() + "=" + channels.getOrDefault(channel, 0L))
            .collect(Collectors.joining())
        + " faxRows="
        + faxRows;
  }
}
