package careplanhub.hub;

import careplanhub.standard.units.Holdings;
import careplanhub.standard.units.Holdings.Fate;
import careplanhub.standard.units.Holdings.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What became of what a parcel brought, and how often. For one thread. */
final class WithdrawalFates {
  private final String parcel;
  private final Holdings holdings;
  private final Set<String> withdrawnBy = new TreeSet<>();
  private final Set<String> replacedBy = new TreeSet<>();
  private int withdrawn;
  private int replaced;

  WithdrawalFates(String parcel, Holdings holdings) {
    this.parcel = parcel;
    this.holdings = holdings;
  }

  boolean stands(Held held) {
    Optional<Fate> fate = holdings.fate(held);
    if (fate.isEmpty() || fate.get().equals(new Fate(parcel, false))) {
      return fate.isPresent();
    }
    if (fate.get().taken()) {
      withdrawn++;
      withdrawnBy.add(fate.get().parcel());
    } else {
      replaced++;
      replacedBy.add(fate.get().parcel());
    }
    return false;
  }

  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (withdrawn > 0) {
      remarks.add(withdrawn + " 件はすでに取り下げています（受付番号 " + String.join("、", withdrawnBy) + "）。");
    }
    if (replaced > 0) {
      remarks.add(
          replaced
              + " 件はその後に送り直しています。取り下げるなら、送り直した受付番号 "
              + String.join("、", replacedBy)
              + " を指定してください。");
    }
    return remarks;
  }
}
