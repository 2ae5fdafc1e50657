package careplanhub.lab;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user has agreed with an office, month for month.
 *
 * @param office who gives it
 * @param item what is given
 * @param days on which days of the week; empty unless the rhythm is WEEKLY
 * @param start when it begins; null unless the rhythm is WEEKLY
 * @param equipment what is lent; null unless the rhythm is EQUIPMENT
 * @param satellite サテライト枝番, empty when it is none
 * @param addition whether the monthly addition in percent comes with it
 */
record AgreedService(
    SyntheticOffice office,
    ServiceItem item,
    Set<DayOfWeek> days,
    @Nullable LocalTime start,
    @Nullable Equipment equipment,
    String satellite,
    boolean addition) {
  AgreedService {
    days = Set.copyOf(days);
  }
}
