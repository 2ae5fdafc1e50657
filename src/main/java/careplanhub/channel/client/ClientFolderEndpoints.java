package careplanhub.channel.client;

import careplanhub.channel.Acknowledged;
import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.EntryPage;
import careplanhub.channel.FetchedParcel;
import careplanhub.channel.ReceivedEntry;
import careplanhub.channel.SendOutcome;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of {@code routes/channel-client-folder.yaml} that answer {@link
 * careplanhub.channel.Channels}, and those that its timer takes. Safe for every thread.
 */
public final class ClientFolderEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(ClientFolderEndpoints.class);

  private final ClientPlaces places;
  private final HandOver handOver;
  private final UnitAssembly assembly;
  private final ReceivedUnits received;
  private final Function<OfficeNumber, String> names;
  private final Clock clock;

  ClientFolderEndpoints(
      ClientPlaces places,
      HandOver handOver,
      UnitAssembly assembly,
      ReceivedUnits received,
      Function<OfficeNumber, String> names,
      Clock clock) {
    this.places = places;
    this.handOver = handOver;
    this.assembly = assembly;
    this.received = received;
    this.names = names;
    this.clock = clock;
  }

  /** Lays a parcel ready for a person. */
  public SendOutcome send(ChannelCall.Send call) throws IOException {
    return handOver.prepare(call.parcel());
  }

  /** Either list, always as one page. */
  public EntryPage<?> list(ChannelCall.ListPage call) throws IOException {
    return call.direction() == ChannelCall.Direction.SENT
        ? new EntryPage<>(handOver.sent(call.office()), null)
        : new EntryPage<>(received(call.office()), null);
  }

  private List<ReceivedEntry> received(OfficeNumber office) throws IOException {
    return received.all(places.usable(office)).stream()
        .map(
            unit ->
                new ReceivedEntry(
                    unit.id(),
                    unit.receivedAt(),
                    unit.message(),
                    unit.from(),
                    names.apply(unit.from()),
                    unit.files(),
                    false,
                    ""))
        .toList();
  }

  /** The files of a unit that was put together. */
  public FetchedParcel fetch(ChannelCall.Fetch call) throws IOException {
    return received.fetch(places.usable(call.office()), call.parcelId());
  }

  /** Puts the files of a unit away; nobody at the other side hears of it. */
  public Acknowledged acknowledge(ChannelCall.Acknowledge call) throws IOException {
    received.acknowledge(places.usable(call.office()), call.parcelId());
    return new Acknowledged(call.parcelId(), clock.instant());
  }

  /** What a failure on the way means for the caller; it takes the place of the answer. */
  public ChannelException failure(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    return failure instanceof ChannelException known
        ? known
        : new ChannelException(ChannelException.Reason.FOLDER_UNUSABLE, failure);
  }

  /** The offices that have the official client. */
  public List<String> offices() {
    return places.all().stream().map(place -> place.office().value()).toList();
  }

  /** Shows folders that are due and puts downloaded units together. */
  public void look(String office) throws IOException {
    OfficeNumber number = new OfficeNumber(office);
    handOver.look(number);
    assembly.look(number);
  }

  /** One office's folders are in trouble; the next look comes soon. */
  public void lookAgain(Exchange exchange) {
    Throwable trouble = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    LOG.warn(
        "office {}: the client's folders cannot be used, {}",
        exchange.getMessage().getBody(String.class),
        trouble.getClass().getSimpleName());
  }
}
