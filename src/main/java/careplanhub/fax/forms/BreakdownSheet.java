package careplanhub.fax.forms;

import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/**
 * 第７表. Public for the templates only.
 *
 * @param lines services, subtotals and the total in the order of the rows
 * @param limits 種類別支給限度管理, nine sets
 */
public record BreakdownSheet(
    String title,
    FormValues record,
    FormValues supplement,
    List<Line> lines,
    List<Limit> limits,
    String plannedShortStayDays) {
  private static final String TOTAL = "999999";
  private static final int LIMITS = 9;

  static BreakdownSheet of(FormSource source, Characters characters) {
    FormValues supplement = source.other("UPHOSOKU", characters);
    List<Limit> limits = new ArrayList<>();
    for (int i = 1; i <= LIMITS; i++) {
      limits.add(limit(supplement, "limit" + i));
    }
    return new BreakdownSheet(
        source.kind().title(),
        source.values(characters),
        supplement,
        source.main().stream().map(row -> line(row, characters)).toList(),
        limits,
        source.main().stream()
            .map(row -> row.get("plannedDaysThisMonth"))
            .filter(days -> !days.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private static Line line(Row row, Characters characters) {
    String code = row.get("serviceCode");
    String type = typeName(code);
    FormValues values = new FormValues(row, characters);
    if (code.equals(TOTAL)) {
      return new Line(true, "合計", "", values);
    }
    String kind = code.length() > 2 ? code.substring(2) : "";
    boolean sum = kind.equals("AAAA") || kind.equals("EEEE") || kind.equals("ZZZZ");
    String equipment = values.text("equipmentName");
    String content = (type.isEmpty() ? code : type) + (sum ? " 小計" : "");
    return new Line(
        sum, content + (equipment.isEmpty() ? "" : "\n" + equipment), sum ? "" : code, values);
  }

  private static Limit limit(FormValues supplement, String prefix) {
    String code = supplement.text(prefix + "ServiceTypeCode");
    String name = typeName(code);
    return new Limit(
        name.isEmpty() ? code : name,
        supplement.number(prefix + "LimitAmount"),
        supplement.number(prefix + "TotalUnits"),
        supplement.number(prefix + "OverLimitUnits"));
  }

  private static String typeName(String code) {
    return code.length() < 2
        ? ""
        : Standard.data().serviceType(code.substring(0, 2)).map(t -> t.name()).orElse("");
  }

  /** A line; a sum's content is 小計 or 合計 and it has no code. */
  public record Line(boolean sum, String content, String code, FormValues values) {}

  /** A set of 種類別支給限度管理. */
  public record Limit(String type, String limit, String total, String over) {}
}
