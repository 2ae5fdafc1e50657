package careplanhub.channel.sftp;

import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.SendOutcome;
import careplanhub.channel.sftp.SftpTroubles.Work;
import careplanhub.office.SftpAccess;
import careplanhub.store.Checkpoints;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/**
 * The steps of {@code routes/channel-sftp.yaml} that send. What lies on the server under a parcel's
 * id is that parcel, waiting or fetched: it is never written again. Safe for every thread.
 */
public final class SftpSending {
  private static final String PARCEL = "sftpParcel";

  private final SftpPartners partners;
  private final SealedContainers containers;
  private final SftpTroubles troubles;

  SftpSending(SftpPartners partners, SealedContainers containers, SftpTroubles troubles) {
    this.partners = partners;
    this.containers = containers;
    this.troubles = troubles;
  }

  /** A parcel that lies on the server since a moment. */
  private record Found(Instant at) {}

  /** Asks whether the parcel lies on the server already; a partner without one is refused. */
  public void begin(Exchange exchange) throws ChannelException {
    OutgoingParcel parcel = SftpCalls.call(exchange, ChannelCall.Send.class).parcel();
    SftpAccess access = partners.all().get(parcel.to());
    if (access == null) {
      exchange
          .getMessage()
          .setBody(
              SendOutcome.refused(
                  "ADDRESSEE_UNKNOWN",
                  "送信先に SFTP の設定がありません。corporation.yaml の partners を確かめてください。"));
      return;
    }
    exchange.setProperty(PARCEL, parcel);
    PairFolder place = new PairFolder(access.send(), parcel.from(), parcel.to());
    SftpCalls.visit(
        exchange, parcel.to(), Work.SEND, access, place, server -> find(server, place, parcel));
  }

  /** Whether it has to be uploaded. */
  public boolean isMissing(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof Optional<?> found && found.isEmpty();
  }

  /** Seals the parcel, to be uploaded. */
  public void seal(Exchange exchange) throws ChannelException {
    OutgoingParcel parcel = SftpCalls.noted(exchange, PARCEL, OutgoingParcel.class);
    SftpCalls.upload(
        exchange,
        SftpCalls.place(exchange).waiting(),
        PairFolder.parcelName(parcel.id()),
        containers.seal(parcel));
  }

  /** Asks again whether it lies there. */
  public void look(Exchange exchange) throws ChannelException {
    OutgoingParcel parcel = SftpCalls.noted(exchange, PARCEL, OutgoingParcel.class);
    PairFolder place = SftpCalls.place(exchange);
    SftpCalls.visit(exchange, server -> find(server, place, parcel));
  }

  /** That it lies on the server, since when. */
  public SendOutcome outcome(Exchange exchange) throws ChannelException {
    OutgoingParcel parcel = SftpCalls.noted(exchange, PARCEL, OutgoingParcel.class);
    if (exchange.getMessage().getBody() instanceof Optional<?> found
        && found.isPresent()
        && found.get() instanceof Found there) {
      Checkpoints.reached("sftp-parcel-laid");
      SftpCalls.succeeded(exchange, troubles);
      return SendOutcome.accepted(parcel.id(), there.at(), "");
    }
    throw new ChannelException(ChannelException.Reason.UNREACHABLE, "NOT_THERE", null);
  }

  private static Optional<Found> find(
      RemoteServer server, PairFolder place, OutgoingParcel parcel) {
    String name = PairFolder.parcelName(parcel.id());
    return Stream.of(place.waiting(), place.done(), place.rejected())
        .flatMap(folder -> server.list(folder + "/" + name).stream())
        .map(file -> new Found(file.modified()))
        .findFirst();
  }
}
