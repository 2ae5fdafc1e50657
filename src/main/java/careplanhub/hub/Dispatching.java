package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.SendOutcome;
import careplanhub.ledger.Enclosure;
import careplanhub.ledger.Enclosures;
import careplanhub.ledger.Evidence;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.ParcelLights;
import careplanhub.ledger.Parcels;
import careplanhub.office.ChannelName;
import careplanhub.office.HubSettings;
import careplanhub.office.OfficeChannel;
import careplanhub.store.Checkpoints;
import careplanhub.store.Vault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands parcels to their channels: the same id and the same bytes at every attempt, with a growing
 * wait between attempts. Safe for every thread.
 */
public final class Dispatching {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatching.class);
  static final String PARCEL = "hubParcel";
  private static final String STAGE = "dispatch";

  private final HubSettings settings;
  private final Vault vault;
  private final Parcels parcels;
  private final Enclosures enclosures;
  private final ParcelLights lights;
  private final Destinations destinations;
  private final Evidence evidence;
  private final Channels channels;
  private final Lanes lanes;
  private final Changes changes;
  private final DamagedParcels damaged;
  private final SendTroubles troubles;

  Dispatching(
      HubSettings settings,
      Vault vault,
      Parcels parcels,
      Enclosures enclosures,
      ParcelLights lights,
      Destinations destinations,
      Evidence evidence,
      Channels channels,
      Lanes lanes,
      Changes changes,
      DamagedParcels damaged,
      SendTroubles troubles) {
    this.settings = settings;
    this.vault = vault;
    this.parcels = parcels;
    this.enclosures = enclosures;
    this.lights = lights;
    this.destinations = destinations;
    this.evidence = evidence;
    this.channels = channels;
    this.lanes = lanes;
    this.changes = changes;
    this.damaged = damaged;
    this.troubles = troubles;
  }

  /** The lanes in which a parcel's time has come. */
  public List<String> lanesDue() {
    return parcels.lanesDue();
  }

  /** Takes the lane and its oldest parcel; null when its time has not come. */
  public @Nullable Parcel claim(String lane, Exchange exchange) {
    Parcel parcel =
        lanes.claim(
            exchange,
            STAGE,
            lane,
            addresseeOf(lane),
            lanesAnAddressee(),
            () -> parcels.next(lane).map(destinations::offRelay).orElse(null));
    exchange.setProperty(PARCEL, parcel);
    if (parcel != null) {
      Checkpoints.reached("dispatch-claimed");
    }
    return parcel;
  }

  /** The lanes that waited because this one's addressee had all the threads it may have. */
  public List<String> turnedAway(@ExchangeProperty("lane") String lane) {
    return lanes.turnedAway(STAGE, addresseeOf(lane), lanesAnAddressee());
  }

  /** An addressee that does not answer leaves half of the threads to all the others. */
  private int lanesAnAddressee() {
    return Math.max(1, settings.dispatch().laneConcurrency() / 2);
  }

  private static String addresseeOf(String lane) {
    return lane.substring(lane.indexOf('>') + 1);
  }

  /**
   * Brings the parcel's bytes from the vault.
   *
   * @throws IOException also when the ledger's rows are not those that were packed: sent by them it
   *     could go to somebody else
   */
  public OutgoingParcel open(Parcel parcel) throws IOException {
    if (!parcels.isAsPacked(parcel)) {
      damaged.add(parcel.id());
      LOG.error(DamagedParcels.sentence(parcel.id()));
      throw new IOException("the ledger disagrees with its evidence");
    }
    damaged.remove(parcel.id());
    Enclosure enclosure = enclosures.of(parcel.id());
    List<ParcelFile> files = new ArrayList<>();
    for (Parcel.ParcelEntry entry : parcel.files()) {
      files.add(new ParcelFile(enclosure.nameOf(entry), vault.read(entry.content())));
    }
    return new OutgoingParcel(
        parcel.id(),
        parcel.sender(),
        parcel.addressee(),
        enclosure.message(),
        files,
        evidence.head());
  }

  /** Hands it to the channel. */
  public SendOutcome send(OutgoingParcel parcel, Exchange exchange) throws IOException {
    SendOutcome outcome = channels.send(parcel(exchange).channel(), parcel);
    troubles.answered(parcel(exchange));
    return outcome;
  }

  /**
   * Notes what the channel said.
   *
   * @return what is to be asked now, as a hint: an office of this hub for which it lies ready
   */
  public List<String> note(SendOutcome outcome, Exchange exchange) {
    Parcel parcel = parcel(exchange);
    Checkpoints.reached("dispatch-answered");
    if (outcome instanceof SendOutcome.Accepted accepted) {
      lights.handedOver(parcel, accepted.receiptId(), accepted.at(), accepted.relayHead());
      LOG.info("parcel {} handed over", parcel.id());
    } else if (outcome instanceof SendOutcome.Prepared) {
      lights.prepared(parcel);
      LOG.info("parcel {} lies ready on channel {}", parcel.id(), parcel.channel());
    } else if (outcome instanceof SendOutcome.Refused refused) {
      destinations.refused(parcel, refused);
    }
    Checkpoints.reached("dispatch-noted");
    changes.touch(parcel.sender());
    return parcel.channel().equals(ChannelName.DIRECT.word())
        ? List.of(new OfficeChannel(parcel.addressee(), ChannelName.DIRECT).toString())
        : List.of();
  }

  /** Nothing certain is known of the attempt: the same again after a wait. */
  public void tryLater(Exchange exchange, @ExchangeException Exception trouble) {
    Parcel parcel = parcel(exchange);
    Duration wait = settings.dispatch().delayAfter(parcel.attempts() + 1);
    troubles.failed(parcel, trouble);
    parcels.tryLater(parcel, wait);
    LOG.warn("parcel {} waits {} after {}", parcel.id(), wait, Troubles.nameOf(trouble));
    changes.touch(parcel.sender());
  }

  private static Parcel parcel(Exchange exchange) {
    return exchange.getProperty(PARCEL, Parcel.class);
  }
}
