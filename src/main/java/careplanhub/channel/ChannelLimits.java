package careplanhub.channel;

/**
 * The bounds of calls over channels.
 *
 * @param listedEntries after so many entries no further page of a list is asked for; default 10,000
 */
public record ChannelLimits(int listedEntries) {
  public ChannelLimits {
    if (listedEntries < 1) {
      throw new IllegalArgumentException("listedEntries must be at least 1.");
    }
  }

  public static ChannelLimits defaults() {
    return new ChannelLimits(10_000);
  }
}
