package careplanhub.channel;

import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The one caller of the channels' endpoints. A channel named {@code relay} is the endpoints {@code
 * direct:relay-send}, {@code -list}, {@code -fetch} and {@code -acknowledge}, wherever their routes
 * come from. Safe for use from several threads. Every call throws {@link ChannelException} when its
 * outcome is unknown or it could not begin; calling again is always safe.
 */
public final class Channels implements AutoCloseable {
  private final ProducerTemplate template;
  private final ChannelLimits limits;

  public Channels(CamelContext context) {
    this(context, ChannelLimits.defaults());
  }

  public Channels(CamelContext context, ChannelLimits limits) {
    this.template = context.createProducerTemplate();
    this.limits = limits;
  }

  /** Sends a parcel and returns when the other side has it durably or will never take it. */
  public SendOutcome send(String channel, OutgoingParcel parcel) throws ChannelException {
    return call(channel, "send", new ChannelCall.Send(parcel), SendOutcome.class);
  }

  /** What waits for the office and is not acknowledged yet, oldest first. */
  public List<ReceivedEntry> received(String channel, OfficeNumber office) throws ChannelException {
    return list(channel, office, ChannelCall.Direction.RECEIVED, ReceivedEntry.class);
  }

  /** What the office sent and the other side still knows, oldest first. */
  public List<SentEntry> sent(String channel, OfficeNumber office) throws ChannelException {
    return list(channel, office, ChannelCall.Direction.SENT, SentEntry.class);
  }

  /** All files of a parcel that waits for the office, in the sender's order. */
  public List<ParcelFile> fetch(String channel, OfficeNumber office, String parcelId)
      throws ChannelException {
    FetchedParcel parcel =
        call(channel, "fetch", new ChannelCall.Fetch(office, parcelId), FetchedParcel.class);
    return parcel.files();
  }

  /**
   * Says that a fetched parcel is safe here. Only the first acknowledgement of a parcel counts.
   *
   * @param receipt signed, for the sender; null or empty for none
   */
  public void acknowledge(
      String channel, OfficeNumber office, String parcelId, byte @Nullable [] receipt)
      throws ChannelException {
    call(
        channel,
        "acknowledge",
        new ChannelCall.Acknowledge(office, parcelId, receipt),
        Acknowledged.class);
  }

  @Override
  public void close() {
    try {
      template.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private <T> List<T> list(
      String channel, OfficeNumber office, ChannelCall.Direction direction, Class<T> type)
      throws ChannelException {
    List<T> entries = new ArrayList<>();
    Long after = 0L;
    while (after != null && entries.size() < limits.listedEntries()) {
      EntryPage<?> page =
          call(
              channel, "list", new ChannelCall.ListPage(office, direction, after), EntryPage.class);
      page.entries().forEach(entry -> entries.add(type.cast(entry)));
      after = page.next();
    }
    return List.copyOf(entries);
  }

  private <T> T call(String channel, String endpoint, ChannelCall call, Class<T> type)
      throws ChannelException {
    String uri = "direct:" + channel + "-" + endpoint + "?timeout=" + limits.routeWait().toMillis();
    Object answer = request(uri, call);
    if (isLoginEnded(answer)) {
      answer = request(uri, call);
    }
    if (answer instanceof ChannelException failure) {
      throw failure;
    }
    if (!type.isInstance(answer)) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, null);
    }
    return type.cast(answer);
  }

  /** A token may end between being judged good and being used; the next try logs in again. */
  private static boolean isLoginEnded(@Nullable Object answer) {
    return answer instanceof ChannelException failure
        && failure.reason() == ChannelException.Reason.LOGIN_ENDED;
  }

  private @Nullable Object request(String uri, ChannelCall call) {
    try {
      Exchange answered = template.request(uri, exchange -> exchange.getMessage().setBody(call));
      Exception failure = answered.getException();
      return failure == null ? answered.getMessage().getBody() : ChannelFailures.of(failure);
    } catch (CamelExecutionException e) {
      return ChannelFailures.of(e);
    }
  }
}
