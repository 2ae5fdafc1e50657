package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.channel.SentEntry;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.office.Directory;
import careplanhub.office.Office;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the second and third light of what was sent. Safe for every thread. */
public final class Tracking {
  private static final Logger LOG = LoggerFactory.getLogger(Tracking.class);

  private final Directory directory;
  private final Parcels parcels;
  private final DeliveryReceipts receipts;
  private final Channels channels;
  private final ChannelWaits waits;
  private final Changes changes;
  private final Clock clock;
  private final Set<OfficeNumber> compared = ConcurrentHashMap.newKeySet();

  Tracking(
      Directory directory,
      Parcels parcels,
      DeliveryReceipts receipts,
      Channels channels,
      ChannelWaits waits,
      Changes changes,
      Clock clock) {
    this.directory = directory;
    this.parcels = parcels;
    this.receipts = receipts;
    this.channels = channels;
    this.waits = waits;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * The offices with parcels whose later lights are dark, and those whose sent list was not
   * compared with the ledger since the start.
   */
  public List<String> offices() {
    Stream<OfficeNumber> notCompared =
        directory.offices().stream()
            .map(Office::number)
            .filter(office -> !compared.contains(office));
    return Stream.concat(parcels.sendersWithOpenLights().stream(), notCompared)
        .distinct()
        .filter(waits::isOver)
        .map(OfficeNumber::value)
        .toList();
  }

  /** Reads the channel's sent list and lights what it proves; a light once on stays on. */
  public void look(String office) {
    OfficeNumber number = new OfficeNumber(office);
    try {
      for (SentEntry entry : channels.sent(Directory.DEFAULT_CHANNEL, number)) {
        parcels
            .find(entry.parcelId())
            .ifPresentOrElse(parcel -> light(parcel, entry), () -> unknown(number, entry));
      }
      compared.add(number);
    } catch (IOException e) {
      LOG.warn("office {}: sent list not read, {}", office, Troubles.nameOf(e));
    }
  }

  /** The ledger is older than the channel: it was restored from a backup, or cut. */
  private void unknown(OfficeNumber office, SentEntry entry) {
    if (parcels.unknownToLedger(entry.parcelId(), entry.relayHead())) {
      LOG.warn(
          "事業所 {} の送信（受付番号 {}）を連携基盤は知っていますが、この台帳にはありません。"
              + "台帳が古い控えから戻されています。同じファイルを outbox に入れ直さないでください（docs/operations.md）。",
          office,
          entry.parcelId());
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
