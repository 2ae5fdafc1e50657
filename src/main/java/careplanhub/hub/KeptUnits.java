package careplanhub.hub;

import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.units.Holdings;
import careplanhub.standard.units.PlannedFile;
import careplanhub.store.ContentId;
import careplanhub.store.Vault;
import careplanhub.store.VaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What went from one office to another and what came, as ledger and vault know it: by evidence, not
 * by memory. What was purged from the vault is not among it. Safe for every thread.
 */
final class KeptUnits {
  private static final String SUPPLEMENT = "UPHOSOKU";
  private static final String PLAN_MONTH = "000000";

  private final Parcels parcels;
  private final Receptions receptions;
  private final Vault vault;
  private final Rewriting rewriting;

  KeptUnits(Parcels parcels, Receptions receptions, Vault vault, Rewriting rewriting) {
    this.parcels = parcels;
    this.receptions = receptions;
    this.vault = vault;
    this.rewriting = rewriting;
  }

  /**
   * A parcel's or a reception's files of the standard with their rows.
   *
   * @param id the ledger's name for it
   */
  record Kept(String id, List<PlannedFile> files) {
    Kept {
      files = List.copyOf(files);
    }
  }

  /** What an addressee has or will get of a sender, in the order of its import. */
  List<Kept> sent(OfficeNumber sender, OfficeNumber addressee, Predicate<FileName> wanted)
      throws IOException {
    List<Kept> all = new ArrayList<>();
    for (Parcel parcel : parcels.between(sender, addressee)) {
      add(all, parcel.id(), sent(parcel, wanted));
    }
    return all;
  }

  /** The files of one parcel. */
  List<PlannedFile> sent(Parcel parcel, Predicate<FileName> wanted) throws IOException {
    List<PlannedFile> files = new ArrayList<>();
    for (Parcel.ParcelEntry entry : parcel.files()) {
      read(entry.name(), entry.content(), wanted).ifPresent(files::add);
    }
    return files;
  }

  /** What came before a reception from its sender to its office, in the order of its import. */
  List<Kept> receivedBefore(Reception reception, Predicate<FileName> wanted) throws IOException {
    List<Kept> all = new ArrayList<>();
    for (Reception one : receptions.between(reception.sender(), reception.office())) {
      if (!one.id().equals(reception.id()) && one.serial().compareTo(reception.serial()) <= 0) {
        List<PlannedFile> files = new ArrayList<>();
        for (Reception.ReceivedFile file : one.files()) {
          read(file.name(), file.content(), wanted).ifPresent(files::add);
        }
        add(all, one.id(), files);
      }
    }
    return all;
  }

  private static void add(List<Kept> all, String id, List<PlannedFile> files) {
    if (!files.isEmpty()) {
      all.add(new Kept(id, files));
    }
  }

  static Holdings holdings(Collection<Kept> all) {
    Holdings holdings = new Holdings();
    all.forEach(kept -> holdings.take(kept.id(), kept.files()));
    return holdings;
  }

  private Optional<PlannedFile> read(String name, ContentId content, Predicate<FileName> wanted)
      throws IOException {
    Optional<FileName> parsed = nameOf(name).filter(wanted);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return rowsOf(new StandardFile(parsed.get(), vault.read(content)));
    } catch (VaultException e) {
      if (e.reason() == VaultException.Reason.MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A file with its rows; empty when it has none. */
  Optional<PlannedFile> rowsOf(StandardFile file) throws IOException {
    List<Row> rows = new ArrayList<>();
    rewriting.read(file, row -> rows.add(Rewriting.asWritten(row)));
    return rows.isEmpty() ? Optional.empty() : Optional.of(new PlannedFile(file.name(), rows));
  }

  /** A name of the standard whose file has rows. */
  static Optional<FileName> nameOf(String name) {
    try {
      return Optional.of(FileName.parse(name)).filter(parsed -> !parsed.isImage());
    } catch (FileNameException e) {
      return Optional.empty();
    }
  }

  /** The files that speak of the same as these: of the same kind, its children or its delete. */
  static Predicate<FileName> about(Collection<FileName> names) {
    Set<Subject> subjects = new HashSet<>();
    names.forEach(name -> subjects.add(Subject.of(name)));
    return name -> subjects.contains(Subject.of(name));
  }

  /** What a file speaks of: the kind that its delete would name, and the month. */
  private record Subject(String kind, @Nullable String month) {
    static Subject of(FileName name) {
      String month = Objects.equals(name.month(), PLAN_MONTH) ? null : name.month();
      return new Subject(parentOf(name), month);
    }

    private static String parentOf(FileName name) {
      FileKind kind = name.fileKind();
      if (kind.use() == FileKind.Use.DELETE) {
        return kind.deletes().get(0);
      }
      if (name.kind().equals(SUPPLEMENT)) {
        return Objects.equals(name.month(), PLAN_MONTH) ? "UP1KYO" : "UPPLAN";
      }
      return kind.parents().isEmpty() ? name.kind() : kind.parents().get(0);
    }
  }
}
