package careplanhub.hub;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** The parcels that are not sent since the ledger disagrees with its evidence. Thread-safe. */
final class DamagedParcels {
  private final Set<String> parcels = new ConcurrentSkipListSet<>();

  void add(String parcel) {
    parcels.add(parcel);
  }

  void remove(String parcel) {
    parcels.remove(parcel);
  }

  /** Japanese: what is wrong and what to do; empty when nothing is. */
  String trouble() {
    return parcels.isEmpty() ? "" : sentence(String.join(", ", parcels));
  }

  static String sentence(String parcels) {
    return "台帳の送信（受付番号 "
        + parcels
        + "）が、送信を作ったときの証跡と合いません。台帳が壊れているか書き換えられています。送らずに止めています。"
        + "ハブを止め、./hub verify で確かめ、控えから戻してください（docs/operations.md）。";
  }
}
