package careplanhub.hub.alarm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The time that ends on a day on which files were to be sent to a partner, and begins after the
 * agreed day before it.
 *
 * @param agreed the day of any month that is agreed, 31 for the last one
 * @param day that day
 * @param begin the first day that counts
 */
record AgreedTime(int agreed, LocalDate day, LocalDate begin) {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  /** Enough to hold two agreed days, also when one a month is agreed. */
  private static final int MONTHS = 2;

  /**
   * The one that ended last.
   *
   * @param days the agreed days of a month, at least one; 31 is the last of any month
   * @param hour at which hour of the agreed day, in Japan, it is over
   */
  static AgreedTime before(Instant now, List<Integer> days, int hour) {
    LocalDate last = LocalDate.ofInstant(now, JAPAN);
    if (now.isBefore(last.atTime(LocalTime.of(hour, 0)).atZone(JAPAN).toInstant())) {
      last = last.minusDays(1);
    }
    Map.Entry<LocalDate, Integer> day = agreedUntil(last, days).floorEntry(last);
    if (day == null) {
      throw new IllegalArgumentException("no day is agreed");
    }
    return endingOn(day.getKey(), day.getValue(), days);
  }

  /** The one of so many months before. */
  AgreedTime monthsBefore(int months, List<Integer> days) {
    return endingOn(dayOf(YearMonth.from(day).minusMonths(months), agreed), agreed, days);
  }

  private static AgreedTime endingOn(LocalDate day, int agreed, List<Integer> days) {
    LocalDate earlier = agreedUntil(day, days).lowerKey(day);
    return new AgreedTime(agreed, day, earlier == null ? day : earlier.plusDays(1));
  }

  /** The agreed days of this month and those before it, each with what was agreed. */
  private static NavigableMap<LocalDate, Integer> agreedUntil(LocalDate date, List<Integer> days) {
    NavigableMap<LocalDate, Integer> all = new TreeMap<>();
    for (int back = 0; back <= MONTHS; back++) {
      YearMonth month = YearMonth.from(date).minusMonths(back);
      days.forEach(agreed -> all.put(dayOf(month, agreed), agreed));
    }
    return all;
  }

  private static LocalDate dayOf(YearMonth month, int agreed) {
    return month.atDay(Math.min(agreed, month.lengthOfMonth()));
  }

  /** When what was sent begins to count. */
  Instant from() {
    return begin.atStartOfDay(JAPAN).toInstant();
  }

  /** When the agreed day is over. */
  Instant until() {
    return day.plusDays(1).atStartOfDay(JAPAN).toInstant();
  }
}
