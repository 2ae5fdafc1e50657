package careplanhub.vendor.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lenses of columns of days: the days themselves and their sums. */
final class DayLens {
  private static final String COUNT = "number: { length: 2 }";

  private DayLens() {}

  static void plan(
      Sample sample,
      ColumnNames names,
      DayColumns.Group group,
      List<String> kinds,
      List<PlannedLens> lenses) {
    lenses.add(
        new PlannedLens(
            "days: { columns: "
                + Yaml.text(names.of(group))
                + ", date: serviceDate, month: targetMonth, value: serviceCount"
                + form(sample, group)
                + " }",
            kinds,
            Set.copyOf(group.columns()),
            List.of("serviceDate", "serviceCount")));
  }

  /** Marks, where the cells are no numbers. */
  private static String form(Sample sample, DayColumns.Group group) {
    Map<String, Integer> signs = new HashMap<>();
    for (int column : group.columns()) {
      for (String cell : sample.column(column)) {
        if (!cell.isBlank() && !cell.strip().equals("0")) {
          signs.merge(cell.strip(), 1, Integer::sum);
        }
      }
    }
    boolean numbers =
        signs.keySet().stream().allMatch(sign -> FormChoice.read(COUNT, sign).isPresent());
    if (numbers) {
      boolean wide = !signs.isEmpty() && signs.keySet().stream().allMatch(s -> s.charAt(0) > '~');
      return wide ? ", form: { number: { length: 2, wide: true } }" : "";
    }
    List<String> sorted =
        signs.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .filter(sign -> sign.length() <= 2)
            .limit(5)
            .toList();
    if (sorted.isEmpty()) {
      return "";
    }
    return ", form: { mark: { written: "
        + Yaml.text(sorted.get(0))
        + (sorted.size() > 1 ? ", read: " + Yaml.list(sorted.subList(1, sorted.size())) : "")
        + " } }";
  }

  /** The sums over the days, as far as there are columns for them. */
  static void totals(
      LensPlan plan, String days, String kind, boolean several, List<PlannedLens> lenses) {
    boolean planned = kind.equals(LensPlan.PLANNED);
    List<String> kinds = several ? List.of(kind) : List.of();
    Meaning count = planned ? Meaning.PLANNED_COUNT_TOTAL : Meaning.DONE_COUNT_TOTAL;
    Meaning units = planned ? Meaning.PLANNED_UNITS_TOTAL : Meaning.DONE_UNITS_TOTAL;
    if (planned && !several) {
      count = plan.has(count) ? count : Meaning.DONE_COUNT_TOTAL;
      units = plan.has(units) ? units : Meaning.DONE_UNITS_TOTAL;
    }
    if (plan.has(count)) {
      lenses.add(
          new PlannedLens(
              "total: { column: " + plan.name(count) + ", of: " + Yaml.text(days) + " }",
              kinds,
              Set.of(plan.column(count)),
              List.of()));
    }
    if (plan.has(units) && plan.has(Meaning.UNITS)) {
      lenses.add(
          new PlannedLens(
              "total: { column: "
                  + plan.name(units)
                  + ", of: "
                  + Yaml.text(days)
                  + ", times: "
                  + plan.name(Meaning.UNITS)
                  + " }",
              kinds,
              Set.of(plan.column(units)),
              List.of()));
    }
  }
}
