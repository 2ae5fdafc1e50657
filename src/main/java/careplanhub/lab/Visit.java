package careplanhub.lab;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of sheet 6: something given on a day.
 *
 * @param service what was agreed
 * @param code サービスコード, the item's or that of the monthly addition
 * @param units 単位数 each time, after discount
 * @param date サービス利用日
 * @param start null where the service has no time
 * @param end null likewise
 * @param proratedDays 31 digits when only some days of the month count, else empty
 * @param detailNo 明細判別コード, empty unless equal lines of equipment must be told apart
 */
record Visit(
    AgreedService service,
    String code,
    int units,
    LocalDate date,
    @Nullable LocalTime start,
    @Nullable LocalTime end,
    String proratedDays,
    String detailNo) {

  /** Whether it is the addition in percent, which stands outside the limit. */
  boolean isAddition() {
    return !code.equals(service.item().code());
  }

  Visit movedBy(int minutes) {
    if (start == null || end == null) {
      return this;
    }
    return new Visit(
        service,
        code,
        units,
        date,
        start.plusMinutes(minutes),
        end.plusMinutes(minutes),
        proratedDays,
        detailNo);
  }

  Visit withDetailNo(String number) {
    return new Visit(service, code, units, date, start, end, proratedDays, number);
  }
}
