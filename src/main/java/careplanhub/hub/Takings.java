package careplanhub.hub;

import careplanhub.hub.KeptUnits.Kept;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Withdrawal;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.units.Holdings;
import careplanhub.standard.units.PlannedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a delete takes of what was sent or received before. Safe for every thread. */
final class Takings {
  private final KeptUnits kept;

  Takings(KeptUnits kept) {
    this.kept = kept;
  }

  /** What the deletes of a parcel that is just packed take of earlier parcels. */
  List<Withdrawal> of(Parcel parcel) throws IOException {
    List<PlannedFile> deletes = kept.sent(parcel, Takings::isDelete);
    if (deletes.isEmpty()) {
      return List.of();
    }
    return of(parcel.id(), deletes, kept.sent(parcel.sender(), parcel.addressee(), about(deletes)));
  }

  /** What the deletes of a reception take of earlier ones. */
  List<Withdrawal> of(Reception reception, List<PlannedFile> deletes) throws IOException {
    return of(reception.id(), deletes, kept.receivedBefore(reception, about(deletes)));
  }

  static boolean isDelete(FileName name) {
    return name.fileKind().use() == FileKind.Use.DELETE;
  }

  static Predicate<FileName> about(List<PlannedFile> files) {
    return KeptUnits.about(files.stream().map(PlannedFile::name).toList());
  }

  private static List<Withdrawal> of(String by, List<PlannedFile> deletes, List<Kept> before) {
    Holdings holdings = KeptUnits.holdings(before);
    List<Withdrawal> all = new ArrayList<>();
    for (PlannedFile delete : deletes) {
      Map<String, Integer> taken = new LinkedHashMap<>();
      holdings
          .take(by, List.of(delete))
          .forEach(
              held -> holdings.bringersOf(held).forEach(id -> taken.merge(id, 1, Math::addExact)));
      taken.forEach(
          (subject, count) ->
              all.add(
                  new Withdrawal(
                      subject,
                      by,
                      delete.name().kind(),
                      count,
                      remaining(holdings, subject, delete.name()))));
    }
    return all;
  }

  private static int remaining(Holdings holdings, String subject, FileName delete) {
    String kind = delete.fileKind().deletes().get(0);
    return (int)
        holdings.standing(subject).stream().filter(held -> held.kind().equals(kind)).count();
  }
}
