package careplanhub.lab;

import careplanhub.standard.UserIdentity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes the users of a month: spread over the support offices, each with one to three services. */
final class Population {
  private static final List<String> INSURERS = List.of("991018", "991026", "992016");
  private static final int NUMBERS = 10_000_000;
  private static final List<String> CARE = List.of("21", "21", "22", "22", "23", "24", "25");
  private static final List<String> PREVENTION = List.of("12", "13");

  private final long seed;
  private final YearMonth month;
  private final List<SyntheticOffice> supports;
  private final List<SyntheticOffice> services;

  Population(
      long seed, YearMonth month, List<SyntheticOffice> supports, List<SyntheticOffice> services) {
    this.seed = seed;
    this.month = month;
    this.services = services;
    this.supports =
        supports.stream()
            .filter(support -> services.stream().anyMatch(service -> service.serves(support)))
            .toList();
    if (this.supports.isEmpty()) {
      throw new IllegalArgumentException("No support office has a service office for its users");
    }
  }

  List<SyntheticUser> users(int count) {
    return IntStream.range(0, count).mapToObj(this::user).toList();
  }

  private SyntheticUser user(int index) {
    Dice dice = Dice.of(seed, "user", index);
    SyntheticOffice support = supports.get(index % supports.size());
    SyntheticNames.Name name = SyntheticNames.full(dice);
    boolean assistance = index % 20 == 7;
    LocalDate monthBefore = month.minusMonths(1).atDay(1);
    boolean changed = index / supports.size() % 4 == 0;
    return new SyntheticUser(
        index,
        identity(index, assistance),
        name.written(),
        name.kana(),
        dice.oneIn(3) ? "1" : "2",
        monthBefore
            .minusYears(assistance ? 58 : 75)
            .minusDays(dice.below(assistance ? 3000 : 9000)),
        dice.pick(support.isPreventionSupport() ? PREVENTION : CARE),
        monthBefore.minusMonths(dice.between(2, 18)).plusDays(dice.below(25)),
        support,
        SyntheticNames.staff(dice),
        changed
            ? monthBefore.plusDays(dice.between(9, 24))
            : monthBefore.minusMonths(dice.between(1, 5)).plusDays(dice.below(25)),
        changed,
        services(index, support, dice));
  }

  /** No two users of a population share a number: 7 shares no factor with the count of numbers. */
  private UserIdentity identity(int index, boolean assistance) {
    long number = Math.floorMod(seed * 7919 + index * 7L, NUMBERS);
    return new UserIdentity(
        INSURERS.get(index / 2 % INSURERS.size()),
        String.format(assistance ? "H99%07d" : "990%07d", number));
  }

  private List<AgreedService> services(int index, SyntheticOffice support, Dice dice) {
    List<SyntheticOffice> eligible =
        services.stream().filter(office -> office.serves(support)).toList();
    Map<String, SyntheticOffice> chosen = new LinkedHashMap<>();
    SyntheticOffice first = eligible.get(index / supports.size() % eligible.size());
    chosen.put(first.type().value(), first);
    for (int more = dice.below(3); more > 0; more--) {
      SyntheticOffice office = dice.pick(eligible);
      chosen.putIfAbsent(office.type().value(), office);
    }
    List<AgreedService> agreed = new ArrayList<>();
    chosen.values().forEach(office -> agree(office, dice, agreed));
    return agreed;
  }

  private static void agree(SyntheticOffice office, Dice dice, List<AgreedService> agreed) {
    List<ServiceItem> items = ServiceItem.of(office.type());
    int count = office.isEquipment() ? dice.between(1, 4) : dice.between(1, items.size());
    boolean addition = office.type().value().equals("11") || dice.oneIn(3);
    String satellite = office.type().value().equals("15") && dice.oneIn(6) ? "1" : "";
    for (int i = 0; i < count; i++) {
      ServiceItem item = office.isEquipment() ? dice.pick(items) : items.get(i);
      boolean weekly = item.rhythm() == Rhythm.WEEKLY;
      agreed.add(
          new AgreedService(
              office,
              item,
              weekly ? days(dice) : Set.of(),
              weekly ? start(item, i, dice) : null,
              item.rhythm() == Rhythm.EQUIPMENT ? Equipment.thrown(dice) : null,
              satellite,
              addition && weekly && i == 0));
    }
  }

  private static Set<DayOfWeek> days(Dice dice) {
    TreeSet<DayOfWeek> days = new TreeSet<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      days.add(DayOfWeek.of(dice.between(1, 7)));
    }
    return days;
  }

  /** Items of one office begin two hours apart; a whole day begins in the morning. */
  private static LocalTime start(ServiceItem item, int place, Dice dice) {
    return item.minutes() > 180
        ? LocalTime.of(9, 5 * dice.below(7))
        : LocalTime.of(7 + 2 * place + 8 * dice.below(2), 5 * dice.below(12));
  }
}
