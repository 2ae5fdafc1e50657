package careplanhub.lab;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sheet 7 of a user's month: what each code costs, the subtotal of each type that has several
 * codes, and the total. The unit price is ten yen, so that no sum meets a rounding.
 *
 * @param lines the code rows, those of one office together
 */
record Breakdown(List<Line> lines) {
  static final int YEN_A_UNIT = 10;

  Breakdown {
    lines = List.copyOf(lines);
  }

  /**
   * One code row.
   *
   * @param visit one of the equal visits that it counts
   * @param count how many
   * @param amounts what they come to
   */
  record Line(Visit visit, int count, Amounts amounts) {
    SyntheticOffice office() {
      return visit.service().office();
    }
  }

  /**
   * Columns 17 to 22, 24, 26, 28 and 29: units and yen.
   *
   * @param units サービス単位
   * @param managed 給付管理単位数, 0 outside the limit
   * @param over above the limit of the care level
   * @param within inside it
   * @param cost 費用総額
   * @param claim 保険請求額
   * @param copay 利用者負担
   * @param full 全額負担分
   */
  record Amounts(
      int units, int managed, int over, int within, int cost, int claim, int copay, int full) {
    static final Amounts NONE = new Amounts(0, 0, 0, 0, 0, 0, 0, 0);

    Amounts plus(Amounts more) {
      return new Amounts(
          units + more.units,
          managed + more.managed,
          over + more.over,
          within + more.within,
          cost + more.cost,
          claim + more.claim,
          copay + more.copay,
          full + more.full);
    }
  }

  static Breakdown of(SyntheticUser user, YearMonth month) {
    Map<String, List<Visit>> equal = new LinkedHashMap<>();
    for (Visit visit : Visits.planned(user, month)) {
      equal.computeIfAbsent(key(visit), unused -> new ArrayList<>()).add(visit);
    }
    List<Line> lines = new ArrayList<>();
    int left = user.limitUnits();
    for (List<Visit> visits : equal.values()) {
      Visit first = visits.get(0);
      int units = visits.stream().mapToInt(Visit::units).sum();
      int managed = first.isAddition() ? 0 : units;
      int within = Math.min(left, managed);
      left -= within;
      lines.add(new Line(first, visits.size(), amounts(user, units, managed, within)));
    }
    return new Breakdown(lines);
  }

  private static Amounts amounts(SyntheticUser user, int units, int managed, int within) {
    int over = managed - within;
    int cost = (units - over) * YEN_A_UNIT;
    int claim = cost * benefitRate(user) / 100;
    return new Amounts(units, managed, over, within, cost, claim, cost - claim, over * YEN_A_UNIT);
  }

  /** 給付率 in percent: 生活保護 pays all for who has no insurance. */
  static int benefitRate(SyntheticUser user) {
    return user.isOnAssistanceOnly() ? 100 : 90;
  }

  /** The types in the order of their first rows, with their rows. */
  Map<String, List<Line>> byType() {
    Map<String, List<Line>> types = new LinkedHashMap<>();
    for (Line line : lines) {
      types.computeIfAbsent(line.office().type().value(), unused -> new ArrayList<>()).add(line);
    }
    return types;
  }

  static Amounts sum(List<Line> lines) {
    return lines.stream().map(Line::amounts).reduce(Amounts.NONE, Amounts::plus);
  }

  private static String key(Visit visit) {
    return visit.service().office().number()
        + visit.code()
        + " "
        + visit.units()
        + visit.service().equipment()
        + visit.detailNo();
  }
}
