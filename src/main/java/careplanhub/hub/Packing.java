package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Withdrawal;
import careplanhub.office.AttachmentSettings;
import careplanhub.office.ChannelName;
import careplanhub.office.Directory;
import careplanhub.standard.Dialect;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Replacement;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.UnwritableException;
import careplanhub.store.Checkpoints;
import careplanhub.store.Vault;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each part strictly, in the dialect of the partner that gets it, keeps it in the vault and
 * notes it as a parcel for its addressee, or as several when it is larger than a parcel may be. A
 * file keeps its serial (decision 10) unless another parcel to the same addressee has it. Safe for
 * every thread.
 */
public final class Packing {
  private static final Logger LOG = LoggerFactory.getLogger(Packing.class);

  private final Directory directory;
  private final Vault vault;
  private final Parcels parcels;
  private final Rewriting rewriting;
  private final Takings takings;
  private final Attachments attachments;
  private final Splitting splitting;
  private final AttachmentSettings settings;
  private final LedgerSerials serials;
  private final Changes changes;
  private final Clock clock;

  Packing(
      Directory directory,
      Vault vault,
      Parcels parcels,
      Rewriting rewriting,
      Takings takings,
      Attachments attachments,
      AttachmentSettings settings,
      LedgerSerials serials,
      Changes changes,
      Clock clock) {
    this.directory = directory;
    this.vault = vault;
    this.parcels = parcels;
    this.rewriting = rewriting;
    this.takings = takings;
    this.attachments = attachments;
    this.splitting = new Splitting(rewriting, settings);
    this.settings = settings;
    this.serials = serials;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Packs the work.
   *
   * @return the lanes in which parcels wait now
   */
  public List<String> pack(OutgoingWork work) throws IOException, RefusedException {
    List<Parcel> packed = new ArrayList<>();
    List<Parcels.Enclosed> enclosed = new ArrayList<>();
    List<Replacement> replaced = new ArrayList<>();
    Map<String, String> evidence = new TreeMap<>(work.translatedBy());
    for (Part part : work.parts()) {
      int before = packed.size();
      addParcels(work, part, packed, replaced, evidence);
      if (packed.size() > before + 1) {
        evidence.put(
            "split" + part.files().get(0).name().serial(), String.valueOf(packed.size() - before));
      }
    }
    for (int position = 0; position < packed.size(); position++) {
      packed.set(position, withLetter(packed.get(position), enclosed));
    }
    evidence.put("replacedCharacters", String.valueOf(replaced.size()));
    Checkpoints.reached("pack-vault-written");
    return noted(work, packed, evidence, enclosed);
  }

  /**
   * Packs attachments that go by themselves.
   *
   * @return the lane in which their parcel waits now
   */
  public List<String> packAttachments(OutgoingWork work) throws IOException, RefusedException {
    Letter letter = attachments.alone(work);
    OfficeNumber office = work.unit().office();
    OfficeNumber addressee = work.unit().attachmentsTo().orElseThrow();
    Parcel parcel =
        parcel(work.unit().id(), office, addressee, serials.next(office), letter.entries());
    return noted(work, List.of(parcel), new TreeMap<>(), List.of(enclosed(parcel, letter)));
  }

  private static Parcels.Enclosed enclosed(Parcel parcel, Letter letter) {
    return new Parcels.Enclosed(parcel.id(), letter.unit().id(), letter.enclosure());
  }

  /** The parcel with the attachments that wait for one to its addressee. */
  private Parcel withLetter(Parcel parcel, List<Parcels.Enclosed> enclosed) throws IOException {
    long size = 0;
    for (Parcel.ParcelEntry file : parcel.files()) {
      size += vault.size(file.content());
    }
    Optional<Letter> letter =
        attachments
            .waitingFor(
                parcel.sender(),
                parcel.addressee(),
                settings.maximumParcelFiles() - parcel.files().size(),
                settings.maximumParcelSize().bytes() - size)
            .filter(
                found -> enclosed.stream().noneMatch(one -> one.unit().equals(found.unit().id())));
    if (letter.isEmpty()) {
      return parcel;
    }
    enclosed.add(enclosed(parcel, letter.get()));
    return parcel.with(letter.get().entries());
  }

  private List<String> noted(
      OutgoingWork work,
      List<Parcel> packed,
      Map<String, String> evidence,
      List<Parcels.Enclosed> enclosed)
      throws IOException {
    parcels.pack(work.unit(), packed, evidence, withdrawals(packed), enclosed);
    Checkpoints.reached("pack-ledger-written");
    LOG.info(
        "office {}: unit {} packed, parcels {}",
        work.unit().office(),
        work.unit().id(),
        packed.size());
    changes.touch(work.unit().office());
    return packed.stream().map(Parcel::lane).distinct().toList();
  }

  private List<Withdrawal> withdrawals(List<Parcel> packed) throws IOException {
    List<Withdrawal> all = new ArrayList<>();
    for (Parcel parcel : packed) {
      all.addAll(takings.of(parcel));
    }
    return all;
  }

  /** A part that is too large is split, and what it is split into is taken for itself. */
  private void addParcels(
      OutgoingWork work,
      Part part,
      List<Parcel> packed,
      List<Replacement> replaced,
      Map<String, String> evidence)
      throws IOException, RefusedException {
    FileName first = part.files().get(0).name();
    Serial serial = freeSerial(first, packed);
    Dialect dialect = dialectOf(first.to());
    List<Replacement> told = new ArrayList<>();
    List<StandardFile> written = written(work, part, dialect, serial, told);
    if (!splitting.fits(written)) {
      for (Part smaller : splitting.split(work, part, written)) {
        addParcels(work, smaller, packed, replaced, evidence);
      }
      return;
    }
    if (!serial.equals(first.serial())) {
      evidence.put("serialWas", first.serial().value());
    }
    if (!dialect.isStandard()) {
      evidence.put("dialect", dialect.differences());
    }
    replaced.addAll(told);
    packed.add(
        parcel(
            work.unit().id(), first.from(), first.to(), serial, entries(written, dialect, serial)));
  }

  private List<StandardFile> written(
      OutgoingWork work, Part part, Dialect dialect, Serial serial, List<Replacement> replaced)
      throws IOException, RefusedException {
    List<StandardFile> all = new ArrayList<>();
    for (StandardFile file : part.files()) {
      StandardFile written = rewrite(work, file, dialect, serial, replaced);
      if (written != null) {
        all.add(written);
      }
    }
    return all;
  }

  private List<Parcel.ParcelEntry> entries(
      List<StandardFile> written, Dialect dialect, Serial serial) throws IOException {
    List<Parcel.ParcelEntry> entries = new ArrayList<>();
    for (StandardFile file : written) {
      FileName name = file.name().withSerial(serial);
      entries.add(
          new Parcel.ParcelEntry(
              dialect.fileName(name),
              vault.put(file.bytes()),
              name.isImage() ? "" : dialect.csvVersion(name.version())));
    }
    return entries;
  }

  private Parcel parcel(
      String unit,
      OfficeNumber sender,
      OfficeNumber addressee,
      Serial serial,
      List<Parcel.ParcelEntry> entries) {
    return new Parcel(
        UUID.randomUUID().toString(),
        unit,
        sender,
        addressee,
        serial,
        channel(sender, addressee),
        Parcel.State.READY,
        clock.instant(),
        0,
        entries,
        null,
        null,
        null);
  }

  /** Empty when nothing reaches the addressee; then a person is asked before it is sent. */
  private String channel(OfficeNumber sender, OfficeNumber addressee) {
    return directory.channelsFor(sender, addressee).stream()
        .findFirst()
        .map(ChannelName::word)
        .orElse("");
  }

  /** What goes to an office of ours is put into its dialect when it is delivered. */
  private Dialect dialectOf(OfficeNumber addressee) {
    return directory
        .partner(addressee)
        .map(partner -> partner.form().dialect())
        .orElse(Dialect.STANDARD);
  }

  private @Nullable StandardFile rewrite(
      OutgoingWork work,
      StandardFile file,
      Dialect dialect,
      Serial serial,
      List<Replacement> replaced)
      throws IOException, RefusedException {
    try {
      return rewriting.rewrite(
          file, dialect, user -> true, row -> renamed(row, serial), replaced::add);
    } catch (UnwritableException e) {
      throw new RefusedException(work, e.finding());
    }
  }

  /** Free between the two offices, and later than what this work already packed for them. */
  private Serial freeSerial(FileName name, List<Parcel> packed) {
    Serial serial =
        packed.stream()
            .filter(parcel -> parcel.addressee().equals(name.to()))
            .map(parcel -> next(parcel.serial()))
            .reduce(name.serial(), (one, other) -> one.compareTo(other) < 0 ? other : one);
    while (parcels.serialIsTaken(name.from(), name.to(), serial)) {
      serial = next(serial);
    }
    return serial;
  }

  private static Serial next(Serial serial) {
    return Serial.of(serial.moment().plusSeconds(1));
  }

  /** An image's name holds the serial, and its row names the image. */
  private static Row renamed(Row row, Serial serial) {
    if (!row.layout().has(Rewriting.IMAGE_FIELD) || row.get(Rewriting.IMAGE_FIELD).isEmpty()) {
      return row;
    }
    try {
      return row.with(
          Rewriting.IMAGE_FIELD,
          FileName.parse(row.get(Rewriting.IMAGE_FIELD)).withSerial(serial).format());
    } catch (FileNameException e) {
      return row;
    }
  }
}
