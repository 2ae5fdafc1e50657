package careplanhub.standard.units;

import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives 明細判別コード anew where items of several exports collide (rule 45): lent equipment of one user,
 * place, code and units whose numbers are missing or used for two items. Everything else keeps the
 * number it has. Used once, by one thread.
 */
final class DetailNumbers {
  private static final Set<String> EQUIPMENT = Set.of("17", "67");
  private static final String NUMBER = "detailNo";
  private static final List<String> GROUP =
      List.of(
          "insurerNumber",
          "insuredNumber",
          "serviceOfficeNumber",
          "satelliteNo",
          "serviceCode",
          "units");
  private static final List<String> ITEM =
      List.of("taisCode", "equipmentNoticeCode", "equipmentName", NUMBER);

  private final Map<List<String>, Map<List<String>, Set<Integer>>> groups = new HashMap<>();
  private int exports;
  private int changed;

  /** Takes the rows of one export; only what stands in several can collide. */
  void add(List<Row> rows) {
    exports++;
    for (Row row : rows) {
      if (EQUIPMENT.contains(SlipRows.typeOf(row))) {
        groups
            .computeIfAbsent(values(row, GROUP), group -> new LinkedHashMap<>())
            .computeIfAbsent(values(row, ITEM), item -> new HashSet<>())
            .add(exports);
      }
    }
  }

  /** The rows with their new numbers, in the same order. */
  List<Row> renumber(List<Row> rows) {
    Map<List<String>, List<List<String>>> colliding = new HashMap<>();
    groups.forEach(
        (group, items) -> {
          if (collide(items)) {
            colliding.put(group, new ArrayList<>(items.keySet()));
          }
        });
    return colliding.isEmpty() ? rows : rows.stream().map(row -> number(row, colliding)).toList();
  }

  /** How many rows got another number. */
  int changed() {
    return changed;
  }

  private Row number(Row row, Map<List<String>, List<List<String>>> colliding) {
    List<List<String>> items = colliding.get(values(row, GROUP));
    if (items == null || !EQUIPMENT.contains(SlipRows.typeOf(row))) {
      return row;
    }
    String number = String.valueOf(items.indexOf(values(row, ITEM)) + 1);
    if (number.equals(row.get(NUMBER))) {
      return row;
    }
    changed++;
    return row.with(NUMBER, number);
  }

  private static boolean collide(Map<List<String>, Set<Integer>> items) {
    Set<Integer> exports = new HashSet<>();
    items.values().forEach(exports::addAll);
    Set<String> numbers = new HashSet<>();
    boolean clear = true;
    for (List<String> item : items.keySet()) {
      String number = item.get(item.size() - 1);
      clear &= !number.isEmpty() && numbers.add(number);
    }
    return exports.size() > 1 && items.size() > 1 && !clear;
  }

  private static List<String> values(Row row, List<String> fields) {
    return fields.stream().map(row::get).toList();
  }
}
