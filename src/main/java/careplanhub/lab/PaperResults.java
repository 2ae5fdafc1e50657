package careplanhub.lab;

import careplanhub.fax.forms.FormDocument.ResultPage;
import careplanhub.fax.forms.ResultLine;
import careplanhub.fax.forms.SlipService;
import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a partner gave in a month, as it stands on the paper of one FAX: most of what was planned,
 * some of it not, some besides. Immutable.
 */
final class PaperResults {
  private static final int ONE_FELL_OUT_IN = 8;
  private static final int ONE_CAME_IN_ADDITION_IN = 25;

  private final Map<ResultLine, Set<Integer>> days;

  private PaperResults(Map<ResultLine, Set<Integer>> days) {
    this.days = days;
  }

  /** Draws what came about; the first planned day of a line always did. */
  static PaperResults of(List<ResultPage> sheets, Dice dice) {
    Map<ResultLine, Set<Integer>> days = new LinkedHashMap<>();
    for (ResultPage sheet : sheets) {
      sheet.lines().forEach(line -> days.put(line, given(line, dice)));
    }
    return new PaperResults(days);
  }

  private static Set<Integer> given(ResultLine line, Dice dice) {
    Set<Integer> given = new TreeSet<>();
    for (int day = 1; day <= line.planned().size(); day++) {
      boolean planned = line.planned().get(day - 1) > 0;
      boolean came =
          planned
              ? given.isEmpty() || !dice.oneIn(ONE_FELL_OUT_IN)
              : dice.oneIn(ONE_CAME_IN_ADDITION_IN);
      if (came) {
        given.add(day);
      }
    }
    return given;
  }

  /** The lines in the order of the sheets. */
  List<ResultLine> lines() {
    return List.copyOf(days.keySet());
  }

  /** The days on which a service was given. */
  Set<Integer> days(ResultLine line) {
    return days.getOrDefault(line, Set.of());
  }

  /** How many records the results must have. */
  long rows() {
    return days.values().stream().mapToLong(Set::size).sum();
  }

  /** Of records that must be these results: those that are missing, doubled or were never given. */
  long wrong(List<Row> arrived) {
    List<String> missing = new ArrayList<>(expected().toList());
    long strange = arrived.stream().filter(row -> !missing.remove(key(row))).count();
    return strange + missing.size();
  }

  private Stream<String> expected() {
    return days.entrySet().stream()
        .flatMap(line -> line.getValue().stream().map(day -> key(line.getKey(), day.intValue())));
  }

  private static String key(ResultLine line, int day) {
    return key(
        line.user().insurerNumber(),
        line.user().insuredNumber(),
        line.targetMonth() + String.format(Locale.ROOT, "%02d", day),
        String.valueOf(Math.max(1, line.planned().get(day - 1))),
        line.service());
  }

  private static String key(Row row) {
    return key(
        row.get("insurerNumber"),
        row.get("insuredNumber"),
        row.get("serviceDate"),
        row.get("serviceCount"),
        SlipService.of(row));
  }

  private static String key(
      String insurer, String insured, String date, String count, SlipService service) {
    return Stream.of(insurer, insured, date, count, service.toString())
        .collect(Collectors.joining(" "));
  }
}
