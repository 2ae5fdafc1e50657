package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.channel.SentEntry;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.ParcelLights;
import careplanhub.ledger.Parcels;
import careplanhub.office.ChannelName;
import careplanhub.office.Directory;
import careplanhub.office.DispatchSettings;
import careplanhub.office.OfficeChannel;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the lights of what was sent. Safe for every thread. */
public final class Tracking {
  private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);

  private static final String STAGE = "track";

  private final Directory directory;
  private final DispatchSettings settings;
  private final Parcels parcels;
  private final ParcelLights lights;
  private final DeliveryReceipts receipts;
  private final Channels channels;
  private final Lanes lanes;
  private final ChannelWaits waits;
  private final Changes changes;
  private final Clock clock;
  private final Set<OfficeChannel> compared = ConcurrentHashMap.newKeySet();

  Tracking(
      Directory directory,
      DispatchSettings settings,
      Parcels parcels,
      ParcelLights lights,
      DeliveryReceipts receipts,
      Channels channels,
      Lanes lanes,
      ChannelWaits waits,
      Changes changes,
      Clock clock) {
    this.directory = directory;
    this.settings = settings;
    this.parcels = parcels;
    this.lights = lights;
    this.receipts = receipts;
    this.channels = channels;
    this.lanes = lanes;
    this.waits = waits;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * The channels over which offices sent parcels whose lights are dark, and those whose sent list
   * was not compared with the ledger since the start.
   */
  public List<String> due() {
    Stream<OfficeChannel> notCompared =
        directory.officeChannels().stream().filter(asked -> !compared.contains(asked));
    return Stream.concat(lights.open().stream(), notCompared)
        .distinct()
        .filter(waits::isOver)
        .map(OfficeChannel::toString)
        .toList();
  }

  /** Takes the lane of an office's channel; null when it cannot be asked now. */
  public @Nullable String claim(String officeChannel, Exchange exchange) {
    String channel = OfficeChannel.parse(officeChannel).channel().word();
    return lanes.enter(exchange, STAGE, officeChannel, channel, lanesOfAChannel())
        ? officeChannel
        : null;
  }

  /** What waited because its channel had all the threads it may have. */
  public List<String> turnedAway(@ExchangeProperty("officeChannel") String officeChannel) {
    String channel = OfficeChannel.parse(officeChannel).channel().word();
    return lanes.turnedAway(STAGE, channel, lanesOfAChannel());
  }

  /** A channel that does not answer leaves a thread to the others. */
  private int lanesOfAChannel() {
    return Math.max(1, settings.laneConcurrency() - 1);
  }

  /** Reads the channel's sent list and lights what it proves; a light once on stays on. */
  public void look(String officeChannel) throws IOException {
    OfficeChannel asked = OfficeChannel.parse(officeChannel);
    for (SentEntry entry : channels.sent(asked.channel().word(), asked.office())) {
      parcels
          .find(entry.parcelId())
          .ifPresentOrElse(parcel -> light(parcel, entry), () -> unknown(asked, entry));
    }
    compared.add(asked);
  }

  /** The list could not be read: the next question waits a while. */
  public void waitForChannel(
      @ExchangeProperty("officeChannel") String officeChannel,
      @ExchangeException Exception trouble) {
    waits.failed(OfficeChannel.parse(officeChannel));
    LOG.warn("{}: sent list not read, {}", officeChannel, Troubles.nameOf(trouble));
  }

  /** The ledger is older than the channel: it was restored from a backup, or cut. */
  private void unknown(OfficeChannel asked, SentEntry entry) {
    if (parcels.unknownToLedger(entry.parcelId(), entry.relayHead())) {
      LOG.warn(
          "事業所 {} の送信（受付番号 {}）を{}は知っていますが、この台帳にはありません。"
              + "台帳が古い控えから戻されています。同じファイルを outbox に入れ直さないでください（docs/operations.md）。",
          asked.office(),
          entry.parcelId(),
          asked.channel().japanese());
    }
  }

  private void light(Parcel parcel, SentEntry entry) {
    boolean changed = handedOver(parcel, entry);
    if (entry.downloaded()) {
      changed |= downloaded(parcel);
    }
    byte[] receipt = entry.receipt();
    if (parcel.importedAt() == null && receipt != null) {
      Optional<DeliveryReceipts.Proof> proof = receipts.verify(parcel, receipt);
      if (proof.isPresent()) {
        changed |=
            lights.imported(
                parcel, proof.get().deliveredAt(), proof.get().hash(), proof.get().evidenceHead());
      } else {
        LOG.warn("parcel {}: its receipt does not prove anything", parcel.id());
      }
    }
    if (changed) {
      changes.touch(parcel.sender());
    }
  }

  /** A prepared parcel was carried. */
  private boolean handedOver(Parcel parcel, SentEntry entry) {
    Instant sent = entry.sentAt();
    return parcel.state() == Parcel.State.PREPARED
        && sent != null
        && lights.handedOver(parcel, entry.receiptId(), sent, entry.relayHead());
  }

  /** Between offices of this hub, what was taken from the inbox was taken in (decision 11). */
  private boolean downloaded(Parcel parcel) {
    return parcel.channel().equals(ChannelName.DIRECT.word())
        ? lights.taken(parcel, clock.instant())
        : parcel.fetchedAt() == null && lights.fetched(parcel.id(), clock.instant());
  }
}
