package careplanhub.vendor.excel;

import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import java.util.ArrayList;
import java.util.List;

/** What writing and reading the sheet of services share. */
final class ServiceSheet {
  /** The first cell of the sheet, by which it is known. */
  static final String MARK = "ケアプラン連携ハブ 提供票 1";

  static final String NAME = "提供票";
  static final String ADVICE =
      "実績の列に、その日の回数を入れて保存し、outbox に入れてください。番号とコードは変えないでください。サービスを足すときは、同じ利用者の行を写して時刻を直します。";
  static final int DAYS = 31;

  /** The rows of the sheet, 0 for the first. */
  static final int HEADING_ROW = 1;

  static final int FIRST_ROW = 2;

  static final Form TIME = Forms.of("time: { style: HHmm, emptyIsNoTime: true }");
  static final Form UNITS = Forms.number(6);
  static final Form COUNT = Forms.number(2);

  private ServiceSheet() {}

  static String planned(int day) {
    return day + "日予定";
  }

  static String done(int day) {
    return day + "日実績";
  }

  /** All headings in their order: what is seen, the days, what is hidden. */
  static List<String> headings() {
    List<String> headings = new ArrayList<>();
    for (SheetColumn column : SheetColumn.values()) {
      if (column == SheetColumn.SUPPORT_OFFICE) {
        for (int day = 1; day <= DAYS; day++) {
          headings.add(planned(day));
        }
        for (int day = 1; day <= DAYS; day++) {
          headings.add(done(day));
        }
      }
      headings.add(column.heading());
    }
    return headings;
  }
}
