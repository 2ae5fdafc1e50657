package careplanhub.standard.units;

import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Withdraws slips from offices that no longer have anything planned for a user in a month (5.1.1.4,
 * 5.2.1.4). A changed slip is simply sent again, without a delete (5.1.1.3).
 */
public final class SlipWithdrawals {
  private static final String SLIP = "UPPLAN";
  private static final Layout DELETE =
      Standard.data().layout(StandardVersion.V4_1, "DLTPLAN").orElseThrow();

  private SlipWithdrawals() {}

  /** A user's month at an office, under whatever service types. */
  private record Held(OfficeNumber office, String month, UserIdentity user) {}

  /**
   * The deletes that a new plan asks for. A delete names only user and month, so it would also take
   * what the office got under another service type: a user is withdrawn from an office only when
   * none of its services is left there.
   *
   * @param sent the slips that the addressees hold, all of one sender
   * @param now the units of the new plan
   * @param planned whose whole month the new plan holds; nothing is said about other users
   * @param serials gives each unit its serial; the deletes are imported before what gets later ones
   */
  public static List<PlannedUnit> plan(
      List<PlannedUnit> sent,
      List<PlannedUnit> now,
      Set<UserIdentity> planned,
      Supplier<Serial> serials) {
    Set<Held> kept = new HashSet<>(held(now).keySet());
    Map<UnitAddress, Set<UserIdentity>> gone = new LinkedHashMap<>();
    held(sent)
        .forEach(
            (held, address) -> {
              if (planned.contains(held.user) && !kept.contains(held)) {
                gone.computeIfAbsent(address, unused -> new LinkedHashSet<>()).add(held.user);
              }
            });
    List<PlannedUnit> deletes = new ArrayList<>();
    gone.forEach((address, users) -> deletes.add(delete(address, users, serials.get())));
    return deletes;
  }

  /** Which users each office holds; the address is that of the first unit that brought them. */
  private static Map<Held, UnitAddress> held(List<PlannedUnit> units) {
    Map<Held, UnitAddress> held = new LinkedHashMap<>();
    for (PlannedUnit unit : units) {
      for (PlannedFile file : unit.files()) {
        FileName name = file.name();
        if (name.kind().equals(SLIP)) {
          UnitAddress address = UnitAddress.of(name);
          file.rows()
              .forEach(
                  row ->
                      held.putIfAbsent(new Held(name.to(), address.month(), row.user()), address));
        }
      }
    }
    return held;
  }

  private static PlannedUnit delete(UnitAddress address, Set<UserIdentity> users, Serial serial) {
    List<Row> rows =
        users.stream()
            .map(
                user ->
                    Row.of(
                        DELETE,
                        List.of(
                            StandardVersion.V4_1.csvVersion(),
                            user.insurerNumber(),
                            user.insuredNumber(),
                            address.month())))
            .toList();
    return new PlannedUnit(List.of(address.file(serial, rows)));
  }
}
