package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.office.ChannelName;
import careplanhub.office.HubSettings;
import careplanhub.office.OfficeChannel;
import careplanhub.store.Checkpoints;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a channel that an office has what was sent, with a signed receipt for the sender. Safe for
 * every thread.
 */
public final class Acknowledging {
  private static final Logger LOG = LoggerFactory.getLogger(Acknowledging.class);
  static final String RECEPTION = "hubAcknowledged";

  private final HubSettings settings;
  private final Receptions receptions;
  private final DeliveryReceipts receipts;
  private final Channels channels;
  private final Lanes lanes;
  private final Changes changes;

  Acknowledging(
      HubSettings settings,
      Receptions receptions,
      DeliveryReceipts receipts,
      Channels channels,
      Lanes lanes,
      Changes changes) {
    this.settings = settings;
    this.receptions = receptions;
    this.receipts = receipts;
    this.channels = channels;
    this.lanes = lanes;
    this.changes = changes;
  }

  /** The offices with something to acknowledge, and over which channel. */
  public List<String> due() {
    return receptions.channelsWith(Reception.State.DELIVERED, Reception.State.SET_ASIDE).stream()
        .map(OfficeChannel::toString)
        .toList();
  }

  /** Takes the lane of an office's channel and what was delivered first; null for nothing. */
  public @Nullable Reception claim(String officeChannel, Exchange exchange) {
    Reception reception =
        lanes.claim(
            exchange,
            "acknowledge",
            officeChannel,
            () ->
                receptions
                    .in(Reception.State.DELIVERED, OfficeChannel.parse(officeChannel))
                    .stream()
                    .findFirst()
                    .or(
                        () ->
                            receptions
                                .in(Reception.State.SET_ASIDE, OfficeChannel.parse(officeChannel))
                                .stream()
                                .findFirst())
                    .orElse(null));
    exchange.setProperty(RECEPTION, reception);
    return reception;
  }

  /**
   * Makes the receipt that tells the sender what was delivered, and where this hub's evidence
   * stands; empty for what was set aside, which nobody took up, and between offices of this hub,
   * where there is nobody to prove it to.
   */
  public byte[] sign(Reception reception) throws IOException {
    boolean unproved =
        reception.state() == Reception.State.SET_ASIDE
            || reception.channel().equals(ChannelName.DIRECT.word());
    return unproved ? new byte[0] : receipts.of(reception);
  }

  /** Acknowledges; done twice it changes nothing. */
  public void tell(byte[] receipt, Exchange exchange) throws IOException {
    Reception reception = exchange.getProperty(RECEPTION, Reception.class);
    channels.acknowledge(reception.channel(), reception.office(), reception.parcelId(), receipt);
    Checkpoints.reached("acknowledge-told");
    receptions.acknowledged(reception);
    Checkpoints.reached("acknowledge-noted");
    changes.touch(reception.office());
  }

  public void tryLater(Exchange exchange, @ExchangeException Exception trouble) {
    Reception reception = exchange.getProperty(RECEPTION, Reception.class);
    receptions.tryLater(
        reception, settings.dispatch().delayAfter(receptions.attempts(reception) + 1));
    LOG.warn("reception {} not acknowledged, {}", reception.id(), Troubles.nameOf(trouble));
  }
}
