package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** What {@link Channels} puts into a channel's endpoints: each call says for which office it is. */
public sealed interface ChannelCall {
  /** In whose name the channel speaks. */
  OfficeNumber office();

  record Send(OutgoingParcel parcel) implements ChannelCall {
    @Override
    public OfficeNumber office() {
      return parcel.from();
    }
  }

  /** Which list is wanted. */
  enum Direction {
    SENT,
    RECEIVED
  }

  /**
   * Asks for a page of a list.
   *
   * @param after the {@code next} of the page before, 0 for the first
   */
  record ListPage(OfficeNumber office, Direction direction, long after) implements ChannelCall {}

  record Fetch(OfficeNumber office, String parcelId) implements ChannelCall {}

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Acknowledge(OfficeNumber office, String parcelId, byte @Nullable [] receipt)
      implements ChannelCall {}
}
