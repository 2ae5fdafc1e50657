package careplanhub.standard.units;

import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a commissioned support office (委託先) sends to the 地域包括支援センター at the month's end: the results
 * of the service offices together with the plan, under one serial (5.2.2.1).
 *
 * @param units one for each month and 地域包括支援センター: 第6表, 第7表, supplement, results
 * @param withoutPlan users of whom there are results and no planned row; they are in no unit
 * @param withoutCentre users of whom nobody knows who commissioned; they are in no unit
 */
public record CommissionedResults(
    List<PlannedUnit> units, Set<UserIdentity> withoutPlan, Set<UserIdentity> withoutCentre) {
  public CommissionedResults {
    units = List.copyOf(units);
    withoutPlan = Set.copyOf(withoutPlan);
    withoutCentre = Set.copyOf(withoutCentre);
  }

  /**
   * Makes the units. Users without results are left out; rows of services that are not exchanged
   * too.
   *
   * @param plan what the support office planned
   * @param results rows of UPJSK that the service offices sent it
   * @param address who commissioned a user, in a month; the sender is the support office
   * @param serials gives each unit its serial
   */
  public static CommissionedResults of(
      SlipRows plan,
      List<Row> results,
      Function<Row, Optional<UnitAddress>> address,
      Supplier<Serial> serials) {
    SlipRows exchanged = plan.exchanged();
    Set<Planned> planned = new HashSet<>();
    exchanged.slips().forEach(row -> planned.add(Planned.of(row)));
    Set<UserIdentity> withoutPlan = new LinkedHashSet<>();
    Set<UserIdentity> withoutCentre = new LinkedHashSet<>();
    Map<UnitAddress, List<Row>> given = new LinkedHashMap<>();
    for (Row row : results) {
      Optional<UnitAddress> to = address.apply(row);
      if (to.isEmpty()) {
        withoutCentre.add(row.user());
      } else if (!planned.contains(Planned.of(row))) {
        withoutPlan.add(row.user());
      } else if (SlipRows.mayBeSent(row)) {
        given.computeIfAbsent(to.get(), unused -> new ArrayList<>()).add(row);
      }
    }
    List<PlannedUnit> units = new ArrayList<>();
    given.forEach((to, rows) -> units.add(unit(to, exchanged, rows, serials.get())));
    return new CommissionedResults(units, withoutPlan, withoutCentre);
  }

  /** A user's month. */
  private record Planned(UserIdentity user, String month) {
    static Planned of(Row row) {
      return new Planned(row.user(), row.get(SlipRows.MONTH));
    }
  }

  private static PlannedUnit unit(
      UnitAddress address, SlipRows plan, List<Row> results, Serial serial) {
    Set<UserIdentity> users = new HashSet<>();
    results.forEach(row -> users.add(row.user()));
    List<List<Row>> kinds = new ArrayList<>(plan.of(address.month(), users::contains).byKind());
    kinds.add(results);
    return new PlannedUnit(kinds.stream().map(rows -> address.file(serial, rows)).toList());
  }

  @Override
  public String toString() {
    return "CommissionedResults[" + units.size() + " units]";
  }
}
