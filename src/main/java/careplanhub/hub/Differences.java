package careplanhub.hub;

import careplanhub.hub.KeptUnits.Kept;
import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.units.Holdings;
import careplanhub.standard.units.Holdings.Held;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.standard.units.ReceivedRows;
import careplanhub.standard.units.RowChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How what is to be sent differs from what the addressee holds. Safe for every thread. */
final class Differences {
  private final KeptUnits kept;

  Differences(KeptUnits kept) {
    this.kept = kept;
  }

  /**
   * One addressee's.
   *
   * @param part what is to be sent to it
   * @param changes the rows that differ, of the users, plans and months that the part speaks of
   * @param missing the deletes for what was sent before and is not in the part
   */
  record Difference(Part part, List<RowChange> changes, List<Withdrawing.Delete> missing) {
    boolean isNone() {
      return changes.isEmpty() && missing.isEmpty();
    }

    OfficeNumber addressee() {
      return part.files().get(0).name().to();
    }
  }

  /**
   * Compares a part with what was sent. What is sent for the first time differs in nothing.
   *
   * @param corrected the parcel that it corrects; {@link OrderedUnit#NONE} when only what has the
   *     same address and month counts
   * @param withdrawn what other parts of the work withdraw already
   */
  Difference of(Part part, String corrected, Set<Held> withdrawn) throws IOException {
    List<PlannedFile> files = filesOf(part);
    if (files.isEmpty()) {
      return new Difference(part, List.of(), List.of());
    }
    FileName first = files.get(0).name();
    List<Kept> sent = kept.sent(first.from(), first.to(), Takings.about(files));
    Set<Held> named = named(files);
    List<Withdrawing.Delete> missing = missing(sent, corrected, files, named, withdrawn);
    return new Difference(part, changes(sent, files, named), missing);
  }

  /** What the deletes of these parts name. */
  Set<Held> withdrawnBy(Collection<Part> parts) throws IOException {
    List<PlannedFile> deletes = new ArrayList<>();
    for (Part part : parts) {
      deletes.addAll(filesOf(part).stream().filter(file -> Takings.isDelete(file.name())).toList());
    }
    return named(deletes);
  }

  /** Whether all that the deletes of a part name is still held from this parcel. */
  boolean isAllFrom(String parcel, Part deletes) throws IOException {
    List<PlannedFile> files = filesOf(deletes);
    FileName name = files.get(0).name();
    Holdings holdings = KeptUnits.holdings(kept.sent(name.from(), name.to(), Takings.about(files)));
    return Set.copyOf(holdings.standing(parcel)).containsAll(named(files));
  }

  private List<PlannedFile> filesOf(Part part) throws IOException {
    List<PlannedFile> files = new ArrayList<>();
    for (StandardFile file : part.files()) {
      if (!file.name().isImage()) {
        kept.rowsOf(file).ifPresent(files::add);
      }
    }
    return files;
  }

  private static Set<Held> named(List<PlannedFile> files) {
    Set<Held> named = new LinkedHashSet<>();
    files.forEach(file -> named.addAll(Holdings.named(file)));
    return named;
  }

  private static List<RowChange> changes(
      List<Kept> sent, List<PlannedFile> files, Set<Held> named) {
    ReceivedRows received =
        ReceivedRows.after(sent.stream().map(one -> new PlannedUnit(one.files())).toList());
    Set<List<String>> keys = new HashSet<>();
    named.forEach(held -> keys.add(held.key()));
    List<RowChange> changes = new ArrayList<>();
    boolean sentBefore = false;
    for (PlannedFile file : files) {
      boolean delete = Takings.isDelete(file.name());
      List<String> kinds = delete ? file.name().fileKind().deletes() : List.of(file.name().kind());
      for (String kind : kinds) {
        var before =
            received.of(kind).stream()
                .filter(row -> keys.contains(ReceivedRows.keyOf(row)))
                .toList();
        sentBefore |= !before.isEmpty();
        changes.addAll(RowChange.between(before, delete ? List.of() : file.rows()));
      }
    }
    return sentBefore ? changes : List.of();
  }

  private static List<Withdrawing.Delete> missing(
      List<Kept> sent,
      String corrected,
      List<PlannedFile> files,
      Set<Held> named,
      Set<Held> withdrawn) {
    Holdings holdings = KeptUnits.holdings(sent);
    List<Withdrawing.Delete> missing = new ArrayList<>();
    for (PlannedFile file : files) {
      FileName name = file.name();
      boolean undated = name.month() == null && corrected.equals(OrderedUnit.NONE);
      if (Withdrawing.canBeDeleted(name) && !undated) {
        List<Held> gone =
            standing(sent, holdings, name, corrected).stream()
                .filter(held -> held.kind().equals(name.kind()))
                .filter(held -> !named.contains(held) && !withdrawn.contains(held))
                .toList();
        if (!gone.isEmpty()) {
          missing.add(new Withdrawing.Delete(name, gone));
        }
      }
    }
    return missing;
  }

  /** What stands of the parcel, or of all that went between the same services. */
  private static Set<Held> standing(
      List<Kept> sent, Holdings holdings, FileName name, String corrected) {
    Set<Held> standing = new LinkedHashSet<>();
    for (Kept one : sent) {
      boolean same =
          corrected.equals(OrderedUnit.NONE)
              ? one.files().stream().allMatch(file -> isBetweenSameServices(file.name(), name))
              : one.id().equals(corrected);
      if (same) {
        standing.addAll(holdings.standing(one.id()));
      }
    }
    return standing;
  }

  private static boolean isBetweenSameServices(FileName one, FileName other) {
    return Objects.equals(one.fromType(), other.fromType())
        && Objects.equals(one.toType(), other.toType());
  }
}
