package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.standard.FileReport;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.units.PlannedFile;
import careplanhub.standard.units.PlannedUnit;
import careplanhub.vendor.AddressedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The slips that a support office exported in a vendor's layout, as units (2.2).
 *
 * @param parts the whole ones, for each addressee
 * @param alone whether there are planned rows without the other files of their unit, which cannot
 *     be sent
 */
record ExportedSlips(List<Part> parts, boolean alone) {
  private static final String RESULT = "UPJSK";

  /**
   * Makes the units of a translation's files.
   *
   * @param scope whose rows they carry
   */
  static ExportedSlips of(
      OutgoingWork work, List<AddressedFile> files, Predicate<UserIdentity> scope)
      throws RefusedException, IOException {
    Map<Serial, List<PlannedFile>> units = new LinkedHashMap<>();
    for (AddressedFile file : files) {
      List<Row> rows = file.rows().stream().filter(row -> scope.test(row.user())).toList();
      if (!file.name().kind().equals(RESULT) && !rows.isEmpty()) {
        units
            .computeIfAbsent(file.name().serial(), serial -> new ArrayList<>())
            .add(new PlannedFile(file.name(), rows));
      }
    }
    List<Part> parts = new ArrayList<>();
    boolean alone = false;
    for (List<PlannedFile> unit : units.values()) {
      Part part = ResultCorrections.part(work, new PlannedUnit(unit));
      if (Companions.areWhole(part)) {
        parts.add(part);
      } else {
        alone = true;
      }
    }
    return new ExportedSlips(List.copyOf(parts), alone);
  }

  /** Why an export is refused that has nothing but planned rows without their companions. */
  FileReport refusal(OutgoingWork work) {
    return HubFinding.RESULTS_ONLY.of(work.arrivals().get(0).name());
  }
}
