package careplanhub.standard.units;

import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Merges the results of an office's places into one file's rows (5.1.2.1): the office itself first,
 * then the satellites by number, each in the order of its exports. A service that two exports of
 * one place both hold is told and not dropped; whether it may go is the caller's to say.
 *
 * @param rows of all places
 * @param twice services that stand in two exports of one place
 * @param renumbered how many rows got another 明細判別コード, because items of two exports now differ in
 *     nothing else (rule 45)
 */
public record SatelliteMerge(List<Row> rows, List<Twice> twice, int renumbered) {
  private static final List<String> SERVICE =
      List.of(
          "insurerNumber",
          "insuredNumber",
          "targetMonth",
          "serviceDate",
          "serviceStart",
          "serviceEnd",
          "serviceCode",
          "taisCode",
          "equipmentNoticeCode",
          "equipmentName");

  public SatelliteMerge {
    rows = List.copyOf(rows);
    twice = List.copyOf(twice);
  }

  /**
   * One service that two exports hold.
   *
   * @param satellite the place; empty for the office itself
   * @param first the row of the earlier export
   * @param second the row of the later export
   */
  public record Twice(String satellite, Row first, Row second) {
    @Override
    public String toString() {
      return "Twice[satellite " + satellite + "]";
    }
  }

  /**
   * Merges exports.
   *
   * @param exports of one office, month and service type, in the order of their arrival; a place
   *     may have several, which complete each other
   */
  public static SatelliteMerge merge(List<SatelliteRows> exports) {
    List<Row> rows = new ArrayList<>();
    List<Twice> twice = new ArrayList<>();
    DetailNumbers numbers = new DetailNumbers();
    for (List<SatelliteRows> place : places(exports)) {
      Map<List<String>, Row> seen = new HashMap<>();
      for (SatelliteRows export : place) {
        Map<List<String>, Row> own = new HashMap<>();
        for (Row row : export.rows()) {
          List<String> service = SERVICE.stream().map(row::get).toList();
          Row earlier = seen.get(service);
          if (earlier != null) {
            twice.add(new Twice(export.satellite(), earlier, row));
          }
          own.put(service, row);
        }
        seen.putAll(own);
        rows.addAll(export.rows());
      }
      if (place.size() > 1) {
        place.forEach(export -> numbers.add(export.rows()));
      }
    }
    List<Row> numbered = numbers.renumber(rows);
    return new SatelliteMerge(numbered, twice, numbers.changed());
  }

  /**
   * Merges corrected exports with what was sent before.
   *
   * @param held rows that were sent last, of all places
   * @param exports as for {@link #merge}
   * @param replaced which of the held rows the exports replace, whether they hold them or not; the
   *     others stay
   */
  public static SatelliteMerge correct(
      List<Row> held, List<SatelliteRows> exports, Predicate<Row> replaced) {
    List<SatelliteRows> all =
        new ArrayList<>(SatelliteRows.byPlace(held.stream().filter(replaced.negate()).toList()));
    all.addAll(exports);
    return merge(all);
  }

  private static List<List<SatelliteRows>> places(List<SatelliteRows> exports) {
    List<List<SatelliteRows>> places = new ArrayList<>();
    for (SatelliteRows export : exports.stream().sorted(SatelliteRows.ORDER).toList()) {
      if (places.isEmpty()
          || !places.get(places.size() - 1).get(0).satellite().equals(export.satellite())) {
        places.add(new ArrayList<>());
      }
      places.get(places.size() - 1).add(export);
    }
    return places;
  }

  @Override
  public String toString() {
    return "SatelliteMerge[" + rows.size() + " rows, " + twice.size() + " twice]";
  }
}
