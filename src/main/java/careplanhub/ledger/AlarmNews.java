package careplanhub.ledger;

import java.util.List;

/**
 * What a recipient of alarms is to be told now.
 *
 * @param begun that nobody told it, or that got worse since
 * @param lasting that it was told long ago and that still last
 * @param ended that it was told of and that are over
 * @param known how many last that it was told of lately
 */
public record AlarmNews(List<Alarm> begun, List<Alarm> lasting, List<Alarm> ended, int known) {
  public AlarmNews {
    begun = List.copyOf(begun);
    lasting = List.copyOf(lasting);
    ended = List.copyOf(ended);
  }

  /** How many lines a digest of it has. */
  public int size() {
    return begun.size() + lasting.size() + ended.size();
  }

  /** The first lines of it, the newest kind of news first. */
  public AlarmNews first(int most) {
    List<Alarm> fewerBegun = begun.subList(0, Math.min(most, begun.size()));
    int left = most - fewerBegun.size();
    List<Alarm> fewerLasting = lasting.subList(0, Math.min(left, lasting.size()));
    left -= fewerLasting.size();
    return new AlarmNews(
        fewerBegun, fewerLasting, ended.subList(0, Math.min(left, ended.size())), known);
  }
}
