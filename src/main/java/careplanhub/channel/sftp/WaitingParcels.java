package careplanhub.channel.sftp;

import careplanhub.channel.ChannelException;
import careplanhub.channel.EntryFile;
import careplanhub.channel.ParcelFile;
import careplanhub.channel.ReceivedEntry;
import careplanhub.channel.sftp.RemoteServer.RemoteFile;
import careplanhub.office.SftpChannelSettings;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parcels that lie for our offices on servers. Each is opened once to be listed, and again to
 * be fetched; one that is not what it should be is moved aside and told, and stops no other.
 * Remembers what it has seen until it is gone. Safe for every thread.
 */
final class WaitingParcels {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingParcels.class);

  private final SftpChannelSettings limits;
  private final SftpPartners partners;
  private final SealedContainers containers;
  private final SftpRefusals refusals;
  private final Clock clock;
  private final Map<PairFolder, Map<String, Seen>> seen = new ConcurrentHashMap<>();

  WaitingParcels(
      SftpChannelSettings limits,
      SftpPartners partners,
      SealedContainers containers,
      SftpRefusals refusals,
      Clock clock) {
    this.limits = limits;
    this.partners = partners;
    this.containers = containers;
    this.refusals = refusals;
    this.clock = clock;
  }

  /**
   * A file as it was seen.
   *
   * @param entry what it is; null for what waits no more
   */
  private record Seen(RemoteFile file, @Nullable ReceivedEntry entry) {}

  /** What waits in a folder, oldest first. */
  List<ReceivedEntry> list(RemoteServer server, PairFolder place) throws IOException {
    Map<String, Seen> before = seen.getOrDefault(place, Map.of());
    Map<String, Seen> now = new LinkedHashMap<>();
    int opened = 0;
    for (RemoteFile file : sorted(server.list(place.waiting()))) {
      String id = PairFolder.parcelOf(file.name()).orElse("");
      Seen known = before.get(id);
      if (known != null && known.file().equals(file)) {
        now.put(id, known);
      } else if (!id.isEmpty() && opened < limits.maximumNewParcels()) {
        opened++;
        look(server, place, file, id).ifPresent(entry -> now.put(id, entry));
      }
    }
    clear(server, place, now);
    seen.put(place, now);
    return now.values().stream().map(Seen::entry).filter(Objects::nonNull).toList();
  }

  private static List<RemoteFile> sorted(List<RemoteFile> files) {
    return files.stream()
        .sorted(Comparator.comparing(RemoteFile::modified).thenComparing(RemoteFile::name))
        .toList();
  }

  /** Deletes what was done with long ago; what was lately may be acknowledged once more. */
  private void clear(RemoteServer server, PairFolder place, Map<String, Seen> now) {
    for (RemoteFile file : server.list(place.done())) {
      if (file.modified().plus(limits.keptOnServer()).isBefore(clock.instant())) {
        server.delete(place.done(), file.name());
      } else {
        PairFolder.parcelOf(file.name()).ifPresent(id -> now.putIfAbsent(id, new Seen(file, null)));
      }
    }
  }

  private Optional<Seen> look(RemoteServer server, PairFolder place, RemoteFile file, String id)
      throws IOException {
    try {
      Manifest manifest = open(server, place, file, id).manifest();
      return Optional.of(new Seen(file, entry(place, file, manifest)));
    } catch (ParcelRefusedException e) {
      refuse(server, place, id, e.code());
      return Optional.of(new Seen(file, null));
    } catch (UnreadableFileException e) {
      LOG.warn("office {}: parcel {} on the server cannot be read", place.to(), id);
      return Optional.empty();
    }
  }

  private ParcelContainer.Contents open(
      RemoteServer server, PairFolder place, RemoteFile file, String id)
      throws IOException, ParcelRefusedException {
    long most = limits.maximumParcelSize().bytes();
    if (file.size() > most) {
      throw new ParcelRefusedException(RefusalCode.TOO_LARGE, null);
    }
    byte[] sealed = server.read(place.waiting() + "/" + file.name(), most);
    return containers.open(sealed, place, id);
  }

  private void refuse(RemoteServer server, PairFolder place, String id, RefusalCode code)
      throws IOException {
    LOG.warn("office {}: parcel {} refused with {}", place.to(), id, code);
    refusals.refused(place.to(), place.from(), id, code.name(), code.sentence());
    try {
      server.move(place.waiting(), PairFolder.parcelName(id), place.rejected());
    } catch (GenericFileOperationFailedException e) {
      LOG.warn("office {}: parcel {} stays where it is, it cannot be moved", place.to(), id);
    }
  }

  private ReceivedEntry entry(PairFolder place, RemoteFile file, Manifest manifest) {
    return new ReceivedEntry(
        manifest.parcel(),
        file.modified(),
        manifest.message(),
        place.from(),
        partners.nameOf(place.from()).orElse(""),
        manifest.files().stream()
            .map(one -> new EntryFile(one.name(), "", "", "", one.size(), one.sha256()))
            .toList(),
        false,
        manifest.evidenceHead());
  }

  /** In which folder a parcel for an office was seen, waiting or done with. */
  Optional<PairFolder> find(OfficeNumber office, String parcelId) {
    return seen.entrySet().stream()
        .filter(one -> one.getKey().to().equals(office) && one.getValue().containsKey(parcelId))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The files of a parcel that waits in a folder. */
  List<ParcelFile> fetch(RemoteServer server, PairFolder place, String parcelId)
      throws IOException {
    String name = PairFolder.parcelName(parcelId);
    RemoteFile file =
        server.list(place.waiting() + "/" + name).stream()
            .findFirst()
            .orElseThrow(
                () -> new ChannelException(ChannelException.Reason.REFUSED, "NOT_THERE", null));
    try {
      return open(server, place, file, parcelId).files();
    } catch (ParcelRefusedException e) {
      refuse(server, place, parcelId, e.code());
      throw new ChannelException(ChannelException.Reason.REFUSED, e.code().name(), e);
    }
  }
}
