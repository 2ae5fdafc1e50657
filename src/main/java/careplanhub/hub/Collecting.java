package careplanhub.hub;

import careplanhub.channel.Channels;
import careplanhub.channel.EntryFile;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.ReceivedEntry;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.office.OfficeChannel;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.store.Checkpoints;
import careplanhub.store.Vault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the channels what came for an office, and fetches it into the vault. Safe for every thread.
 */
public final class Collecting {
  private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
  private static final String STAGE = "collect";

  private final Directory directory;
  private final HubSettings settings;
  private final Vault vault;
  private final Receptions receptions;
  private final Channels channels;
  private final Lanes lanes;
  private final ChannelWaits waits;
  private final Changes changes;
  private final IntakeGate gate;

  Collecting(
      Directory directory,
      HubSettings settings,
      Vault vault,
      Receptions receptions,
      Channels channels,
      Lanes lanes,
      ChannelWaits waits,
      Changes changes,
      IntakeGate gate) {
    this.directory = directory;
    this.settings = settings;
    this.vault = vault;
    this.receptions = receptions;
    this.channels = channels;
    this.lanes = lanes;
    this.waits = waits;
    this.changes = changes;
    this.gate = gate;
  }

  /**
   * The channels that are asked now, each for an office; one whose last question failed waits, and
   * all wait while nothing can be kept.
   */
  public List<String> due() {
    if (!gate.isOpen()) {
      return List.of();
    }
    return directory.officeChannels().stream()
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
    return Math.max(1, settings.dispatch().laneConcurrency() - 1);
  }

  /** Notes what the channel lists, and tells what is to be fetched, in serial order per sender. */
  public List<Reception> list(String officeChannel) throws IOException {
    OfficeChannel asked = OfficeChannel.parse(officeChannel);
    String channel = asked.channel().word();
    List<Receptions.Announced> announced = new ArrayList<>();
    for (ReceivedEntry entry : channels.received(channel, asked.office())) {
      if (!entry.fetched()) {
        announced.add(
            new Receptions.Announced(
                entry.parcelId(),
                entry.from(),
                entry.message(),
                serialOf(entry.files()),
                entry.receivedAt()));
      }
    }
    waits.succeeded(asked);
    receptions.announce(channel, asked.office(), announced);
    Checkpoints.reached("collect-announced");
    return receptions.in(Reception.State.ANNOUNCED, asked).stream()
        .limit(settings.receive().maximumParcelsPerPoll())
        .toList();
  }

  private static String serialOf(List<EntryFile> files) {
    return files.stream()
        .flatMap(file -> parse(file.name()).stream())
        .map(name -> name.serial().value())
        .min(String::compareTo)
        .orElse(Reception.NO_SERIAL);
  }

  private static Optional<FileName> parse(String name) {
    try {
      return Optional.of(FileName.parse(name));
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }

  /** The channel could not be asked: the next question waits a while. */
  public void waitForChannel(
      @ExchangeProperty("officeChannel") String officeChannel,
      @ExchangeException Exception trouble) {
    waits.failed(OfficeChannel.parse(officeChannel));
    LOG.warn("{}: channel not reached, {}", officeChannel, Troubles.nameOf(trouble));
  }

  /**
   * Fetches one parcel's files into the vault.
   *
   * @return the office, as a hint for the next stage
   */
  public String fetch(Reception reception) throws IOException {
    List<Reception.ReceivedFile> kept = new ArrayList<>();
    for (ParcelFile file :
        channels.fetch(reception.channel(), reception.office(), reception.parcelId())) {
      kept.add(
          new Reception.ReceivedFile(
              file.name(),
              vault.put(file.content()),
              parse(file.name()).map(name -> name.version().csvVersion()).orElse("")));
    }
    Checkpoints.reached("fetch-vault-written");
    receptions.fetched(reception, kept);
    Checkpoints.reached("fetch-ledger-written");
    LOG.info("office {}: reception {} fetched", reception.office(), reception.id());
    changes.touch(reception.office());
    return reception.office().value();
  }

  /** One parcel could not be fetched; the others go on. */
  public void tryLater(
      @ExchangeProperty("reception") Reception reception, @ExchangeException Exception trouble) {
    receptions.tryLater(
        reception, settings.dispatch().delayAfter(receptions.attempts(reception) + 1));
    LOG.warn("reception {} not fetched, {}", reception.id(), Troubles.nameOf(trouble));
  }
}
