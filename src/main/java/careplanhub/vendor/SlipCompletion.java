package careplanhub.vendor;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import careplanhub.standard.UserIdentity;
import careplanhub.standard.units.SlipRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a slip needs beside its planned rows: what the layout itself holds of 第７表 (UPSIKYU) and
 * 利用者補足情報 (UPHOSOKU), else 第７表 from the office's table {@code breakdown.csv} and 利用者補足情報 from
 * {@code supplement.csv}. Their columns are the standard's fields by their 日本語名称; what they leave
 * out is empty, or follows from the slip. A user's month is complete when both tables have it;
 * nothing is made up.
 */
final class SlipCompletion {
  private static final String NO_PLAN = "00000000";
  private static final int INSURER_LENGTH = 6;
  private static final int INSURED_LENGTH = 10;

  private final Map<Key, List<Row>> breakdowns;
  private final Map<Key, List<Row>> supplements;

  /** A user's month. */
  private record Key(UserIdentity user, String month) {
    static Key of(Row row) {
      return new Key(row.user(), row.get("targetMonth"));
    }
  }

  /**
   * @param tables the office's own
   * @param exported what the layout holds itself; a user's month that it tells is not looked up
   */
  SlipCompletion(OfficeTables tables, SlipRows exported) {
    Map<Key, Row> planned = new HashMap<>();
    exported.slips().forEach(row -> planned.putIfAbsent(Key.of(row), row));
    this.breakdowns = rows(tables, "breakdown", "UPSIKYU", planned);
    this.supplements = rows(tables, "supplement", "UPHOSOKU", planned);
    breakdowns.putAll(byKey(exported.breakdowns()));
    supplements.putAll(byKey(exported.supplements()));
  }

  private static Map<Key, List<Row>> byKey(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(Key::of));
  }

  /** The rows of the users' months that are whole with the office's tables. */
  SlipRows complete(List<Row> slips) {
    Predicate<Row> whole = this::isComplete;
    List<Row> of = slips.stream().filter(whole).toList();
    List<Key> keys = of.stream().map(Key::of).distinct().toList();
    return new SlipRows(of, of(keys, breakdowns), of(keys, supplements));
  }

  private static List<Row> of(List<Key> keys, Map<Key, List<Row>> rows) {
    return keys.stream().flatMap(key -> rows.getOrDefault(key, List.of()).stream()).toList();
  }

  boolean isComplete(Row slip) {
    return breakdowns.containsKey(Key.of(slip)) && supplements.containsKey(Key.of(slip));
  }

  private static Map<Key, List<Row>> rows(
      OfficeTables tables, String name, String kind, Map<Key, Row> planned) {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
    Map<Key, List<Row>> rows = new HashMap<>();
    tables.named(name).ifPresent(table -> new Lines(table, layout).addTo(rows, planned));
    return rows;
  }

  /** The lines of a table as rows of a layout. */
  private static final class Lines {
    private final OfficeTable table;
    private final Layout layout;
    private final int[] places;

    Lines(OfficeTable table, Layout layout) {
      this.table = table;
      this.layout = layout;
      this.places =
          layout.fields().stream()
              .mapToInt(field -> table.column(field.japaneseName(), field.key()))
              .toArray();
    }

    /** A line without a month is of each month that is planned for its user. */
    void addTo(Map<Key, List<Row>> rows, Map<Key, Row> planned) {
      for (List<String> line : table.lines()) {
        Row written = written(line);
        UserIdentity user =
            new UserIdentity(
                OfficeUsers.filled(written.get("insurerNumber"), INSURER_LENGTH),
                OfficeUsers.filled(written.get("insuredNumber"), INSURED_LENGTH));
        String month = written.get("targetMonth");
        planned.forEach(
            (key, slip) -> {
              if (key.user.equals(user) && (month.isEmpty() || month.equals(key.month))) {
                rows.computeIfAbsent(key, one -> new ArrayList<>()).add(completed(written, slip));
              }
            });
      }
    }

    private Row written(List<String> line) {
      List<String> cells = new ArrayList<>();
      for (int place : places) {
        cells.add(place < 0 ? "" : line.get(place));
      }
      return Row.of(layout, cells);
    }

    private Row completed(Row written, Row slip) {
      List<String> cells = new ArrayList<>();
      for (Field field : layout.fields()) {
        String value = written.get(field.key());
        cells.add(value.isEmpty() ? follows(field.key(), slip) : value);
      }
      return Row.of(layout, cells)
          .with("insurerNumber", slip.user().insurerNumber())
          .with("insuredNumber", slip.user().insuredNumber());
    }

    private static String follows(String key, Row slip) {
      return switch (key) {
        case "csvVersion", "targetMonth", "createdOn", "updatedByOfficeNumber" -> slip.get(key);
        case "planDate" -> NO_PLAN;
        default -> "";
      };
    }
  }
}
