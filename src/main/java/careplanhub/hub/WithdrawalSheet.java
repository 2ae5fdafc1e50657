package careplanhub.hub;

import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.util.List;

/**
 * What staff write into the sheet 取り下げ.csv: the 受付番号 of what they want withdrawn. Each line becomes
 * a question that shows what would go; only its answer withdraws. Safe for every thread.
 */
final class WithdrawalSheet implements StaffSheet.Wish {
  /** The sheet's name. */
  static final String NAME = "取り下げ.csv";

  static final List<String> COLUMNS = List.of("受付番号", "被保険者番号（一部の利用者だけのとき）");

  private final Parcels parcels;
  private final Withdrawing withdrawing;

  WithdrawalSheet(Parcels parcels, Withdrawing withdrawing) {
    this.parcels = parcels;
    this.withdrawing = withdrawing;
  }

  @Override
  public String take(OfficeNumber office, List<String> fields) throws IOException {
    String parcel = fields.get(0);
    if (parcels.find(parcel).map(Parcel::sender).filter(office::equals).isEmpty()) {
      return "この事業所が送ったものに、この受付番号はありません。送信一覧で確かめてください。";
    }
    try {
      withdrawing.order(
          withdrawing.plan(parcel, fields.get(1)),
          OrderedUnit.Order.ASK_TO_WITHDRAW,
          "office " + office);
      return "";
    } catch (WithdrawalRefusedException e) {
      return e.japanese();
    }
  }
}
