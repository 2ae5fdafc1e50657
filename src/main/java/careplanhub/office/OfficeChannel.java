package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import java.util.Optional;

/**
 * One channel as one office uses it: what is asked, waits and fails by itself.
 *
 * @param office one of ours
 * @param channel one of its channels
 */
public record OfficeChannel(OfficeNumber office, ChannelName channel) {

  /** Reads what {@link #toString} wrote; empty for a channel that there is not. */
  public static Optional<OfficeChannel> read(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : ChannelName.of(text.substring(slash + 1))
            .map(channel -> new OfficeChannel(new OfficeNumber(text.substring(0, slash)), channel));
  }

  /**
   * The same for a message between stages.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static OfficeChannel parse(String text) {
    return read(text).orElseThrow(() -> new IllegalArgumentException("No channel is named."));
  }

  /** Such as 9970000001/relay. */
  @Override
  public String toString() {
    return office + "/" + channel.word();
  }
}
