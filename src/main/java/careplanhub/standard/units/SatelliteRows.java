package careplanhub.standard.units;

import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of one place of an office: the office itself or a satellite. Immutable; holds
 * personal data.
 *
 * @param satellite サテライト枝番 without leading zeros; empty for the office itself
 * @param rows rows of UPJSK, each with the place's サテライト枝番
 */
public record SatelliteRows(String satellite, List<Row> rows) {
  private static final String FIELD = "satelliteNo";

  /** The office itself, then the satellites by their numbers. */
  static final Comparator<SatelliteRows> ORDER =
      Comparator.<SatelliteRows>comparingInt(place -> place.satellite.length())
          .thenComparing(SatelliteRows::satellite);

  public SatelliteRows {
    rows = List.copyOf(rows);
  }

  /**
   * The rows that a place exported. A row that names no satellite is the place's own; one that
   * names another keeps it, because the software that wrote it knew better than the folder.
   */
  public static List<SatelliteRows> exportedBy(String satellite, List<Row> rows) {
    return byPlace(
        rows.stream()
            .map(row -> row.get(FIELD).isEmpty() ? row.with(FIELD, satellite) : row)
            .toList());
  }

  /** Rows of any places, sorted by place; the order within one stays. */
  public static List<SatelliteRows> byPlace(List<Row> rows) {
    Map<String, List<Row>> places = new LinkedHashMap<>();
    rows.forEach(row -> places.computeIfAbsent(numberOf(row), n -> new ArrayList<>()).add(row));
    return places.entrySet().stream()
        .map(place -> new SatelliteRows(place.getKey(), place.getValue()))
        .sorted(ORDER)
        .toList();
  }

  /** サテライト枝番 of a row without leading zeros; empty for the office itself. */
  public static String numberOf(Row row) {
    return row.get(FIELD).replaceFirst("^0+", "");
  }

  @Override
  public String toString() {
    return "SatelliteRows[" + rows.size() + " rows]";
  }
}
