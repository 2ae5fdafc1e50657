package careplanhub.hub.alarm;

import careplanhub.office.SilenceSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The time in which a month is exchanged: slips for it go out at the end of the month before, and
 * results of the month before it in its first days.
 *
 * @param month which one
 * @param from when it begins
 * @param until when the next one begins
 * @param sendBy by when an office has sent something
 */
record ExchangeMonth(YearMonth month, Instant from, Instant until, Instant sendBy) {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** The one of a moment. */
  static ExchangeMonth at(Instant now, SilenceSettings settings) {
    LocalDate today = LocalDate.ofInstant(now, JAPAN);
    YearMonth month = YearMonth.from(today);
    boolean next = today.getDayOfMonth() >= settings.monthBegins();
    return of(next ? month.plusMonths(1) : month, settings);
  }

  /** The one so many months before this. */
  ExchangeMonth before(int months, SilenceSettings settings) {
    return of(month.minusMonths(months), settings);
  }

  /** How long after its beginning something was. */
  Duration into(Instant moment) {
    return Duration.between(from, moment);
  }

  private static ExchangeMonth of(YearMonth month, SilenceSettings settings) {
    int begins = settings.monthBegins();
    return new ExchangeMonth(
        month,
        month.minusMonths(1).atDay(begins).atStartOfDay(JAPAN).toInstant(),
        month.atDay(begins).atStartOfDay(JAPAN).toInstant(),
        month.atDay(settings.sendDay()).atTime(settings.sendHour(), 0).atZone(JAPAN).toInstant());
  }
}
