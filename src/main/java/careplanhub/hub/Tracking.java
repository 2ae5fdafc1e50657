package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.channel.SentEntry;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.office.Directory;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the second and third light of what was sent. Safe for every thread. */
public final class Tracking {
  private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);

  private final Parcels parcels;
  private final DeliveryReceipts receipts;
  private final Channels channels;
  private final ChannelWaits waits;
  private final Changes changes;
  private final Clock clock;

  Tracking(
      Parcels parcels,
      DeliveryReceipts receipts,
      Channels channels,
      ChannelWaits waits,
      Changes changes,
      Clock clock) {
    this.parcels = parcels;
    this.receipts = receipts;
    this.channels = channels;
    this.waits = waits;
    this.changes = changes;
    this.clock = clock;
  }

  /** The offices with parcels whose later lights are dark. */
  public List<String> offices() {
    return parcels.sendersWithOpenLights().stream()
        .filter(waits::isOver)
        .map(OfficeNumber::value)
        .toList();
  }

  /** Reads the channel's sent list and lights what it proves; a light once on stays on. */
  public void look(String office) {
    OfficeNumber number = new OfficeNumber(office);
    try {
      for (SentEntry entry : channels.sent(Directory.DEFAULT_CHANNEL, number)) {
        parcels.find(entry.parcelId()).ifPresent(parcel -> light(parcel, entry));
      }
    } catch (IOException e) {
      LOG.warn("office {}: sent list not read, {}", office, Troubles.nameOf(e));
    }
  }

  private void light(Parcel parcel, SentEntry entry) {
    boolean changed = false;
    if (parcel.fetchedAt() == null && entry.downloaded()) {
      changed = parcels.fetched(parcel.id(), clock.instant());
    }
    byte[] receipt = entry.receipt();
    if (parcel.importedAt() == null && receipt != null) {
      Optional<DeliveryReceipts.Proof> proof = receipts.verify(parcel, receipt);
      if (proof.isPresent()) {
        changed |=
            parcels.imported(
                parcel, proof.get().deliveredAt(), proof.get().hash(), proof.get().evidenceHead());
      } else {
        LOG.warn("parcel {}: its receipt does not prove anything", parcel.id());
      }
    }
    if (changed) {
      changes.touch(parcel.sender());
    }
  }
}
