package careplanhub.standard.units;

import careplanhub.standard.UserIdentity;
import java.util.List;
import java.util.Set;

/**
 * A slip that was split by addressee.
 *
 * @param units one for each month, addressee and service type
 * @param withheld rows that stay behind because their services are not exchanged (2.6, 3.6)
 * @param sentToNobody users without any exchanged service; no file can be made of them (2.6)
 */
public record SplitSlip(List<PlannedUnit> units, long withheld, Set<UserIdentity> sentToNobody) {
  public SplitSlip {
    units = List.copyOf(units);
    sentToNobody = Set.copyOf(sentToNobody);
  }

  @Override
  public String toString() {
    return "SplitSlip[" + units.size() + " units]";
  }
}
