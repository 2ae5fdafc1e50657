package careplanhub.channel.direct;

import careplanhub.channel.Acknowledged;
import careplanhub.channel.ChannelCall;
import careplanhub.channel.ChannelException;
import careplanhub.channel.ChannelFailures;
import careplanhub.channel.EntryFile;
import careplanhub.channel.EntryPage;
import careplanhub.channel.FetchedParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.ReceivedEntry;
import careplanhub.channel.SendOutcome;
import careplanhub.channel.SentEntry;
import careplanhub.ledger.Enclosure;
import careplanhub.ledger.Enclosures;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.ParcelLights;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.office.ChannelName;
import careplanhub.office.Directory;
import careplanhub.office.OfficeChannel;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.Vault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/channel-direct.yaml}. Safe for use from several threads. */
public final class DirectCalls {
  private static final Logger LOG = LoggerFactory.getLogger(DirectCalls.class);

  private final Directory directory;
  private final Parcels parcels;
  private final Enclosures enclosures;
  private final ParcelLights lights;
  private final Receptions receptions;
  private final Vault vault;
  private final Taking taking;
  private final int mostListed;
  private final Clock clock;

  DirectCalls(
      Directory directory,
      Parcels parcels,
      Enclosures enclosures,
      ParcelLights lights,
      Receptions receptions,
      Vault vault,
      Taking taking,
      int mostListed,
      Clock clock) {
    this.directory = directory;
    this.parcels = parcels;
    this.enclosures = enclosures;
    this.lights = lights;
    this.receptions = receptions;
    this.vault = vault;
    this.taking = taking;
    this.mostListed = mostListed;
    this.clock = clock;
  }

  /**
   * Sending changes nothing: the parcel lies in ledger and vault already, where the other office
   * takes it from once the ledger says that it is prepared.
   */
  public SendOutcome send(ChannelCall.Send call) {
    return directory.isOwn(call.parcel().to())
        ? new SendOutcome.Prepared()
        : SendOutcome.refused(
            SendOutcome.ADDRESSEE_UNKNOWN, "この事業所番号の事業所は、このハブにありません。設定の事業所番号を確かめてください。");
  }

  /** What lies ready for the office, or what it sent and is not closed yet. */
  public EntryPage<?> list(ChannelCall.ListPage call) {
    OfficeChannel office = new OfficeChannel(call.office(), ChannelName.DIRECT);
    return call.direction() == ChannelCall.Direction.SENT
        ? new EntryPage<>(lights.open(office, mostListed).stream().map(this::sent).toList(), null)
        : new EntryPage<>(
            lights.preparedFor(office, mostListed).stream().map(this::received).toList(), null);
  }

  private ReceivedEntry received(Parcel parcel) {
    Enclosure enclosure = enclosures.of(parcel.id());
    return new ReceivedEntry(
        parcel.id(),
        parcel.madeAt(),
        enclosure.message(),
        parcel.sender(),
        name(parcel.sender()),
        files(parcel, enclosure),
        false,
        "");
  }

  private SentEntry sent(Parcel parcel) {
    Optional<Reception> reception =
        receptions.find(new OfficeChannel(parcel.addressee(), ChannelName.DIRECT), parcel.id());
    Enclosure enclosure = enclosures.of(parcel.id());
    Instant delivered = reception.map(Reception::deliveredAt).orElse(null);
    return new SentEntry(
        parcel.id(),
        delivered,
        enclosure.message(),
        parcel.addressee(),
        name(parcel.addressee()),
        files(parcel, enclosure),
        delivered != null && isTaken(reception.orElseThrow()),
        null,
        null,
        reception.map(Reception::id).orElse(""),
        "");
  }

  private boolean isTaken(Reception reception) {
    try {
      return taking.isTaken(reception);
    } catch (IOException e) {
      LOG.debug("reception {}: its inbox says nothing now", reception.id(), e);
      return false;
    }
  }

  private String name(OfficeNumber office) {
    return directory.nameOf(office).orElse("");
  }

  private static List<EntryFile> files(Parcel parcel, Enclosure enclosure) {
    return parcel.files().stream()
        .map(file -> new EntryFile(enclosure.nameOf(file), "", file.csvVersion(), "", 0, ""))
        .toList();
  }

  /** The files of a parcel that lies ready for the office. */
  public FetchedParcel fetch(ChannelCall.Fetch call) throws IOException {
    Parcel parcel =
        parcels
            .find(call.parcelId())
            .filter(found -> found.channelName().equals(Optional.of(ChannelName.DIRECT)))
            .filter(found -> found.addressee().equals(call.office()))
            .orElseThrow(() -> refused("PARCEL_UNKNOWN"));
    if (!parcels.isAsPacked(parcel)) {
      throw refused("PARCEL_DAMAGED");
    }
    Enclosure enclosure = enclosures.of(parcel.id());
    List<ParcelFile> files = new ArrayList<>();
    for (Parcel.ParcelEntry file : parcel.files()) {
      files.add(new ParcelFile(enclosure.nameOf(file), vault.read(file.content())));
    }
    return new FetchedParcel(parcel.id(), files);
  }

  private static ChannelException refused(String code) {
    return new ChannelException(ChannelException.Reason.REFUSED, code, null);
  }

  /** Nothing is to be told: the sender's lights are read from the ledger and the inbox. */
  public Acknowledged acknowledge(ChannelCall.Acknowledge call) {
    return new Acknowledged(call.parcelId(), clock.instant());
  }

  /** What a failure on the way means for the caller; it takes the place of the answer. */
  public ChannelException failure(Exchange exchange) {
    return ChannelFailures.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
  }
}
