package careplanhub.standard.units;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a support office's slips the unit of each addressee (2.6, 3.6). A slip for X holds every
 * row of each user who has an exchanged row at X, also those at other offices, and of no other
 * user; rows of services that are not exchanged are left out, totals stay as they were printed.
 * Rows keep their order.
 */
public final class SlipSplitter {
  private SlipSplitter() {}

  /**
   * Splits.
   *
   * @param rows the offices' rows of whole users; other users may be missing
   * @param from the support office, which gets no unit of its own services
   * @param fromType the service under which it sends
   * @param serials gives each unit its own serial, in the order of the addressees' first rows
   */
  public static SplitSlip split(
      SlipRows rows, OfficeNumber from, ServiceTypeCode fromType, Supplier<Serial> serials) {
    SlipRows exchanged = rows.exchanged();
    Map<UnitAddress, Set<UserIdentity>> users = new LinkedHashMap<>();
    Set<UserIdentity> sentToNobody = new HashSet<>();
    rows.slips().forEach(row -> sentToNobody.add(row.user()));
    for (Row row : exchanged.slips()) {
      OfficeNumber to = officeOf(row);
      if (to != null && SlipRows.isExchanged(row) && !to.equals(from)) {
        ServiceTypeCode type = new ServiceTypeCode(SlipRows.typeOf(row));
        users
            .computeIfAbsent(
                new UnitAddress(from, fromType, to, type, row.get(SlipRows.MONTH)),
                address -> new LinkedHashSet<>())
            .add(row.user());
        sentToNobody.remove(row.user());
      }
    }
    List<PlannedUnit> units = new ArrayList<>();
    users.forEach(
        (address, of) ->
            units.add(unit(address, exchanged.of(address.month(), of::contains), serials.get())));
    return new SplitSlip(units, size(rows) - size(exchanged), sentToNobody);
  }

  private static PlannedUnit unit(UnitAddress address, SlipRows rows, Serial serial) {
    return new PlannedUnit(rows.byKind().stream().map(kind -> address.file(serial, kind)).toList());
  }

  private static @Nullable OfficeNumber officeOf(Row row) {
    String number = row.get("serviceOfficeNumber");
    return OfficeNumber.isValid(number) ? new OfficeNumber(number) : null;
  }

  private static long size(SlipRows rows) {
    return (long) rows.slips().size() + rows.breakdowns().size() + rows.supplements().size();
  }
}
