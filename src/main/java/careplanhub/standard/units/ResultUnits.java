package careplanhub.standard.units;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The units that bring an addressee from the results it holds to those that are right now (5.1.2,
 * 5.2.2). Everything is sent again, also what did not change. A user who has nothing left of the
 * type is withdrawn by a delete; one of whom any satellite still has rows is not, because the
 * update says it all.
 */
public final class ResultUnits {
  private static final Layout DELETE =
      Standard.data().layout(StandardVersion.V4_1, "DLTJSK").orElseThrow();

  private ResultUnits() {}

  /**
   * The units, the delete before the update, so that a receiver that takes back more than the named
   * users has all of them again afterwards.
   *
   * @param address the sender's type is that of all rows
   * @param held rows of UPJSK that the addressee holds of this sender, month and type
   * @param now rows of UPJSK of all satellites as they are right now
   * @param serials gives each unit its serial
   */
  public static List<PlannedUnit> plan(
      UnitAddress address, List<Row> held, List<Row> now, Supplier<Serial> serials) {
    List<PlannedUnit> units = new ArrayList<>();
    Set<UserIdentity> gone = gone(held, now);
    if (!gone.isEmpty()) {
      units.add(new PlannedUnit(List.of(address.file(serials.get(), deletes(address, gone)))));
    }
    if (!now.isEmpty()) {
      units.add(new PlannedUnit(List.of(address.file(serials.get(), now))));
    }
    return units;
  }

  /** The users who are held and have no row any more, in the order of what is held. */
  public static Set<UserIdentity> gone(List<Row> held, List<Row> now) {
    Set<UserIdentity> gone = new LinkedHashSet<>();
    held.forEach(row -> gone.add(row.user()));
    now.forEach(row -> gone.remove(row.user()));
    return gone;
  }

  private static List<Row> deletes(UnitAddress address, Set<UserIdentity> users) {
    return users.stream()
        .map(
            user ->
                Row.of(
                    DELETE,
                    List.of(
                        StandardVersion.V4_1.csvVersion(),
                        user.insurerNumber(),
                        user.insuredNumber(),
                        address.month(),
                        address.from().value(),
                        address.fromType().value())))
        .toList();
  }
}
