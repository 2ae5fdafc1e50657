package careplanhub.channel.sftp;

import careplanhub.channel.Acknowledged;
import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.FetchedParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.sftp.SftpTroubles.Work;
import careplanhub.office.SftpAccess;
import careplanhub.security.Receipts;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Checkpoints;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * The steps of {@code routes/channel-sftp.yaml} that fetch and acknowledge. An acknowledged parcel
 * has its receipt first and is moved then; a crash between leaves both to be done again. Safe for
 * every thread.
 */
public final class SftpReceiving {
  private static final String CALL = "sftpCall";

  private final SftpPartners partners;
  private final SealedContainers containers;
  private final WaitingParcels waiting;
  private final SftpTroubles troubles;
  private final Clock clock;

  SftpReceiving(
      SftpPartners partners,
      SealedContainers containers,
      WaitingParcels waiting,
      SftpTroubles troubles,
      Clock clock) {
    this.partners = partners;
    this.containers = containers;
    this.waiting = waiting;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** Asks for the files of a parcel that was listed. */
  public void fetch(Exchange exchange) throws ChannelException {
    ChannelCall.Fetch call = SftpCalls.call(exchange, ChannelCall.Fetch.class);
    exchange.setProperty(CALL, call);
    PairFolder place = place(call.office(), call.parcelId());
    visit(exchange, place, server -> waiting.fetch(server, place, call.parcelId()));
  }

  /** The parcel. */
  public FetchedParcel parcel(Exchange exchange) throws ChannelException {
    ChannelCall.Fetch call = SftpCalls.noted(exchange, CALL, ChannelCall.Fetch.class);
    SftpCalls.succeeded(exchange, troubles);
    @SuppressWarnings("unchecked") // what the errand of fetch leaves
    List<ParcelFile> files = exchange.getMessage().getBody(List.class);
    return new FetchedParcel(call.parcelId(), files);
  }

  /** Asks whether a parcel has its receipt. */
  public void begin(Exchange exchange) throws ChannelException {
    ChannelCall.Acknowledge call = SftpCalls.call(exchange, ChannelCall.Acknowledge.class);
    exchange.setProperty(CALL, call);
    PairFolder place = place(call.office(), call.parcelId());
    String receipt = place.receipts() + "/" + PairFolder.receiptName(call.parcelId());
    visit(exchange, place, server -> !server.list(receipt).isEmpty());
  }

  /** Gives the receipt to be uploaded; without one of the caller a plain one is signed. */
  public void receipt(Exchange exchange) throws ChannelException {
    ChannelCall.Acknowledge call = SftpCalls.noted(exchange, CALL, ChannelCall.Acknowledge.class);
    byte[] given = call.receipt();
    SftpCalls.upload(
        exchange,
        SftpCalls.place(exchange).receipts(),
        PairFolder.receiptName(call.parcelId()),
        given == null || given.length == 0 ? plain(call) : given);
  }

  private byte[] plain(ChannelCall.Acknowledge call) throws ChannelException {
    try {
      return Receipts.sign(
          containers.signer(call.office()),
          Manifest.JSON.writeValueAsBytes(Map.of("parcel", call.parcelId())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A receipt cannot be written as JSON", e);
    }
  }

  /** Moves the parcel away, unless it is done with. */
  public void done(Exchange exchange) throws ChannelException {
    ChannelCall.Acknowledge call = SftpCalls.noted(exchange, CALL, ChannelCall.Acknowledge.class);
    PairFolder place = SftpCalls.place(exchange);
    String name = PairFolder.parcelName(call.parcelId());
    Checkpoints.reached("sftp-receipt-laid");
    SftpCalls.visit(
        exchange,
        server -> {
          boolean waits = !server.list(place.waiting() + "/" + name).isEmpty();
          if (waits) {
            server.move(place.waiting(), name, place.done());
          }
          return waits;
        });
  }

  /** That the sender will see it. */
  public Acknowledged acknowledged(Exchange exchange) throws ChannelException {
    SftpCalls.succeeded(exchange, troubles);
    ChannelCall.Acknowledge call = SftpCalls.noted(exchange, CALL, ChannelCall.Acknowledge.class);
    return new Acknowledged(call.parcelId(), clock.instant());
  }

  /** What a failure on the way means for the caller; it takes the place of the answer. */
  public ChannelException failure(Exchange exchange) {
    return SftpCalls.failed(exchange, troubles);
  }

  /** After a start nothing is known before the partner's folder was listed. */
  private PairFolder place(OfficeNumber office, String parcelId) throws ChannelException {
    return waiting
        .find(office, parcelId)
        .orElseThrow(
            () -> new ChannelException(ChannelException.Reason.UNREACHABLE, "NOT_LISTED", null));
  }

  private void visit(Exchange exchange, PairFolder place, Errand errand) throws ChannelException {
    SftpAccess access = partners.all().get(place.from());
    if (access == null) {
      throw new ChannelException(ChannelException.Reason.CHANNEL_BROKEN, "NO_ACCESS", null);
    }
    SftpCalls.visit(exchange, place.from(), Work.RECEIVE, access, place, errand);
  }
}
