package careplanhub.channel.sftp;

import careplanhub.channel.SentEntry;
import careplanhub.channel.sftp.RemoteServer.RemoteFile;
import careplanhub.channel.sftp.SftpTroubles.Work;
import careplanhub.office.SftpChannelSettings;
import careplanhub.security.OfficeKey;
import careplanhub.security.ReceiptException;
import careplanhub.security.Receipts;
import careplanhub.security.Trust;
import careplanhub.security.VerifiedReceipt;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What our offices sent, as it lies on servers, with the addressees' receipts. Only a receipt that
 * the addressee signed for that parcel says that it was fetched. Remembers the receipts that it has
 * read until they are gone. Safe for every thread.
 */
final class SentParcels {
  private static final Logger LOG = LoggerFactory.getLogger(SentParcels.class);

  private final SftpChannelSettings limits;
  private final SftpPartners partners;
  private final Supplier<Trust> trust;
  private final SftpTroubles troubles;
  private final Clock clock;
  private final Map<PairFolder, Map<RemoteFile, Receipt>> read = new ConcurrentHashMap<>();

  SentParcels(
      SftpChannelSettings limits,
      SftpPartners partners,
      Supplier<Trust> trust,
      SftpTroubles troubles,
      Clock clock) {
    this.limits = limits;
    this.partners = partners;
    this.trust = trust;
    this.troubles = troubles;
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Receipt(RemoteFile file, byte[] bytes, boolean proves) {}

  /** What was sent into a folder and is still known there, oldest first. */
  List<SentEntry> list(RemoteServer server, PairFolder place) throws IOException {
    Map<String, RemoteFile> parcels = new TreeMap<>();
    for (String folder : List.of(place.waiting(), place.done())) {
      add(server.list(folder), parcels);
    }
    int known = parcels.size();
    add(server.list(place.rejected()), parcels);
    tellRejected(place, parcels.size() - known);
    Map<String, Receipt> receipts = receipts(server, place);
    receipts.forEach((id, receipt) -> parcels.putIfAbsent(id, receipt.file()));
    return parcels.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(RemoteFile::modified)))
        .map(one -> entry(place, one.getKey(), one.getValue(), receipts.get(one.getKey())))
        .toList();
  }

  private static void add(List<RemoteFile> files, Map<String, RemoteFile> parcels) {
    for (RemoteFile file : files) {
      PairFolder.parcelOf(file.name()).ifPresent(id -> parcels.putIfAbsent(id, file));
    }
  }

  private void tellRejected(PairFolder place, int count) {
    if (count > 0) {
      troubles.note(
          place.to(),
          Work.REJECTED,
          "相手が受け取らなかった送信が " + count + " 件、サーバーの rejected フォルダにあります。相手に理由を確かめてください。");
    } else {
      troubles.succeeded(place.to(), Work.REJECTED);
    }
  }

  private Map<String, Receipt> receipts(RemoteServer server, PairFolder place) throws IOException {
    Map<RemoteFile, Receipt> before = read.getOrDefault(place, Map.of());
    Map<RemoteFile, Receipt> now = new HashMap<>();
    Map<String, Receipt> byId = new HashMap<>();
    for (RemoteFile file : server.list(place.receipts())) {
      String id = PairFolder.receiptOf(file.name()).orElse("");
      if (id.isEmpty()) {
        continue;
      }
      Receipt known = before.get(file);
      if (known != null && file.modified().plus(limits.keptOnServer()).isBefore(clock.instant())) {
        server.delete(place.receipts(), file.name());
      }
      Receipt receipt = known == null ? receipt(server, place, file, id) : known;
      if (receipt != null) {
        now.put(file, receipt);
        byId.put(id, receipt);
      }
    }
    read.put(place, now);
    return byId;
  }

  private @Nullable Receipt receipt(
      RemoteServer server, PairFolder place, RemoteFile file, String id) throws IOException {
    long most = limits.maximumReceiptSize().bytes();
    try {
      if (file.size() <= most) {
        byte[] bytes = server.read(place.receipts() + "/" + file.name(), most);
        boolean proves = proves(bytes, place, id);
        if (!proves) {
          LOG.warn("parcel {}: its receipt on the server does not prove anything", id);
        }
        return new Receipt(file, bytes, proves);
      }
      LOG.warn("parcel {}: its receipt on the server is too large", id);
    } catch (UnreadableFileException e) {
      LOG.warn("parcel {}: its receipt on the server cannot be read", id);
    }
    return null;
  }

  private boolean proves(byte[] bytes, PairFolder place, String id) throws IOException {
    try {
      VerifiedReceipt receipt = Receipts.verify(bytes, trust.get().authorities());
      return OfficeKey.commonName(receipt.signer()).equals(place.to().value())
          && Manifest.JSON.readTree(receipt.content()).path("parcel").asText().equals(id);
    } catch (ReceiptException | JsonProcessingException e) {
      return false;
    }
  }

  private SentEntry entry(
      PairFolder place, String id, RemoteFile parcel, @Nullable Receipt receipt) {
    @Nullable Receipt proof = receipt != null && receipt.proves() ? receipt : null;
    return new SentEntry(
        id,
        parcel.modified(),
        "",
        place.to(),
        partners.nameOf(place.to()).orElse(""),
        List.of(),
        proof != null,
        proof == null ? null : proof.file().modified(),
        proof == null ? null : proof.bytes(),
        id,
        "");
  }
}
