package careplanhub.vendor.excel;

import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import java.util.List;
import java.util.stream.IntStream;

/** What writing and reading the sheet of services share. */
final class ServiceSheet {
  /** The first cell of the sheet, by which it is known, and the form that it has. */
  static final String MARK = "ケアプラン連携ハブ 提供票 2";

  /** How the first cell begins in every form. */
  static final String ANY_MARK = "ケアプラン連携ハブ 提供票 ";

  static final String NAME = "提供票";
  static final String ADVICE =
      "実績の列に、その日の回数を入れて保存し、outbox に入れてください。番号とコードは変えないでください。サービスを足すときは、同じ利用者の行を写して時刻を直します。";
  static final int DAYS = 31;

  /** The rows of the sheet, 0 for the first. */
  static final int HEADING_ROW = 1;

  static final int FIRST_ROW = 2;

  private static final List<String> DONE =
      IntStream.rangeClosed(1, DAYS).mapToObj(day -> day + "日実績").toList();

  static final Form TIME = Forms.of("time: { style: HHmm, emptyIsNoTime: true }");
  static final Form UNITS = Forms.number(6);
  static final Form COUNT = Forms.number(2);

  private static final int FIRST_PLANNED = SheetColumn.values().length;

  private ServiceSheet() {}

  /** Where the hub writes the first day planned, or done. */
  static int firstDay(boolean planned) {
    return planned ? FIRST_PLANNED : FIRST_PLANNED + DAYS;
  }

  static String planned(int day) {
    return day + "日予定";
  }

  static String done(int day) {
    return DONE.get(day - 1);
  }

  /** All headings in their order: the columns, the days. */
  static List<String> headings() {
    String[] headings = new String[FIRST_PLANNED + 2 * DAYS];
    for (SheetColumn column : SheetColumn.values()) {
      headings[column.index()] = column.heading();
    }
    for (int day = 1; day <= DAYS; day++) {
      headings[firstDay(true) + day - 1] = planned(day);
      headings[firstDay(false) + day - 1] = done(day);
    }
    return List.of(headings);
  }
}
