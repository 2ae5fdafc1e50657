package careplanhub.standard;

import java.util.List;

/** What a total row of a 第7表（別表） may be, as printed sheets differ (rule 55). */
final class BreakdownTotals {
  private final Amounts all;
  private final Amounts within;
  private final Amounts withinAndOutside;
  private final Amounts limits;
  private final Amounts limitsOrAll;
  private final Amounts limitsAndOutsides;
  private final Amounts limitsAndOvers;
  private final Amounts subtotals;

  BreakdownTotals(BreakdownColumns columns) {
    all = columns.orNone(null);
    within = columns.orNone(null);
    withinAndOutside = columns.orNone(null);
    limits = columns.orNone(null);
    limitsOrAll = columns.orNone(null);
    limitsAndOutsides = columns.orNone(null);
    limitsAndOvers = columns.orNone(null);
    subtotals = columns.orNone(null);
  }

  void add(BreakdownService service) {
    all.add(service.all());
    within.add(service.withinDetails());
    withinAndOutside.add(service.withinAndOutside());
    limits.add(service.limits());
    limitsOrAll.add(service.limitsOrAll());
    limitsAndOutsides.add(service.limits());
    limitsAndOutsides.add(service.outsides());
    limitsAndOvers.add(service.limits());
    limitsAndOvers.add(service.overs());
    subtotals.add(service.limits());
    subtotals.add(service.outsides());
    subtotals.add(service.overs());
  }

  /** The sums of which each is right. */
  List<Amounts> allowed() {
    return List.of(
        all,
        within,
        withinAndOutside,
        limits,
        limitsOrAll,
        limitsAndOutsides,
        limitsAndOvers,
        subtotals);
  }
}
