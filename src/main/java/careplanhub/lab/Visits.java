package careplanhub.lab;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Unfolds what users agreed into the lines of a month: as planned, and as it came about. */
final class Visits {
  private static final int ADDITION_PERCENT = 20;
  private static final int DAYS_OF_FORM = 31;

  private Visits() {}

  /** What is planned for the month, service by service, each in the order of its days. */
  static List<Visit> planned(SyntheticUser user, YearMonth month) {
    List<Visit> visits = new ArrayList<>();
    for (AgreedService service : user.services()) {
      visits.addAll(base(user, service, month));
    }
    return withAdditions(numbered(visits), user, month);
  }

  /**
   * What an office gave: the plan less some visits that fell out, some at another time. At least
   * one visit is left of each service.
   */
  static List<Visit> given(SyntheticUser user, YearMonth month, SyntheticOffice office) {
    Dice dice = user.dice("given " + month + office.number());
    List<Visit> visits = new ArrayList<>();
    for (AgreedService service : user.services()) {
      if (!service.office().equals(office)) {
        continue;
      }
      List<Visit> planned = base(user, service, month);
      for (int i = 0; i < planned.size(); i++) {
        boolean fellOut = dice.oneIn(20) && i > 0;
        Visit visit = planned.get(i);
        if (!fellOut) {
          visits.add(dice.oneIn(10) ? visit.movedBy(5 * dice.between(1, 4)) : visit);
        }
      }
    }
    return withAdditions(numbered(visits), user, month);
  }

  private static List<Visit> base(SyntheticUser user, AgreedService service, YearMonth month) {
    return switch (service.item().rhythm()) {
      case WEEKLY ->
          days(month)
              .filter(day -> service.days().contains(day.getDayOfWeek()))
              .map(day -> visit(service, day, ""))
              .toList();
      case MONTHLY -> List.of(visit(service, month.atDay(1), ""));
      case EQUIPMENT -> List.of(lent(user, service, month));
      case STAY -> stay(user, service, month);
    };
  }

  private static Stream<LocalDate> days(YearMonth month) {
    return IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay);
  }

  private static Visit visit(AgreedService service, LocalDate day, String prorated) {
    LocalTime start = service.start();
    ServiceItem item = service.item();
    return new Visit(
        service,
        item.code(),
        item.units(),
        day,
        start,
        start == null ? null : start.plusMinutes(item.minutes()),
        prorated,
        "");
  }

  /** Seldom the thing comes in the middle of the month and only the days from then on count. */
  private static Visit lent(SyntheticUser user, AgreedService service, YearMonth month) {
    Dice dice = user.dice("lent " + month + service.equipment());
    if (!dice.oneIn(12)) {
      return visit(service, month.atDay(1), "");
    }
    LocalDate from = month.atDay(dice.between(2, 20));
    StringBuilder days = new StringBuilder();
    for (int day = 1; day <= DAYS_OF_FORM; day++) {
      days.append(day >= from.getDayOfMonth() && day <= month.lengthOfMonth() ? '1' : '0');
    }
    return visit(service, from, days.toString());
  }

  private static List<Visit> stay(SyntheticUser user, AgreedService service, YearMonth month) {
    Dice dice = user.dice("stay " + month);
    int first = dice.between(1, 20);
    return IntStream.rangeClosed(first, first + dice.between(1, 6))
        .mapToObj(day -> visit(service, month.atDay(day), ""))
        .toList();
  }

  /** 明細判別コード: 1, 2, 3 … among a user's equipment of equal code and units. */
  private static List<Visit> numbered(List<Visit> visits) {
    Map<String, Integer> equal = new HashMap<>();
    visits.forEach(visit -> equal.merge(key(visit), 1, Integer::sum));
    Map<String, Integer> seen = new HashMap<>();
    return visits.stream()
        .map(
            visit ->
                visit.service().equipment() == null || equal.getOrDefault(key(visit), 0) < 2
                    ? visit
                    : visit.withDetailNo(String.valueOf(seen.merge(key(visit), 1, Integer::sum))))
        .toList();
  }

  private static String key(Visit visit) {
    return visit.code() + " " + visit.units();
  }

  private static List<Visit> withAdditions(
      List<Visit> visits, SyntheticUser user, YearMonth month) {
    List<Visit> all = new ArrayList<>(visits);
    for (AgreedService service : user.services()) {
      Visit addition = service.addition() ? addition(visits, service, month) : null;
      if (addition != null) {
        all.add(addition);
      }
    }
    return all;
  }

  private static @Nullable Visit addition(
      List<Visit> visits, AgreedService service, YearMonth month) {
    int units =
        visits.stream()
            .filter(visit -> visit.service().office().equals(service.office()))
            .mapToInt(Visit::units)
            .sum();
    return units == 0
        ? null
        : new Visit(
            service,
            ServiceItem.additionCode(service.office().type()),
            units * ADDITION_PERCENT / 100,
            month.atEndOfMonth(),
            null,
            null,
            "",
            "");
  }
}
