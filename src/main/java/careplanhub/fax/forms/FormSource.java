package careplanhub.fax.forms;

import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one form of one user.
 *
 * @param main the rows of the form's own file, at least one
 * @param others the rows of the files beside it
 */
record FormSource(FormKind kind, UserIdentity user, List<Row> main, Map<String, List<Row>> others) {
  private static final String PLAN_DATE = "planDate";
  private static final String MONTH = "targetMonth";
  private static final String CONSULTED = "consultedOn";

  /** One source a plan, a month or a consultation of the user. */
  static List<FormSource> of(FormRows rows, FormKind kind, UserIdentity user) {
    return switch (kind) {
      case PLAN_1 -> sources(rows, kind, user, "UP1KYO", PLAN_DATE);
      case PLAN_2 -> sources(rows, kind, user, "UP2KYO", PLAN_DATE, "UP1KYO");
      case PLAN_3 -> sources(rows, kind, user, "UP3KYO", PLAN_DATE, "UP1KYO");
      case USE_SLIP, SERVICE_SLIP -> slips(rows, kind, user);
      case RESULT_SHEET -> sources(rows, kind, user, "UPPLAN", MONTH);
      case USE_BREAKDOWN, SERVICE_BREAKDOWN -> sources(rows, kind, user, "UPSIKYU", MONTH);
      case BASIC -> sources(rows, kind, user, "UPKIHON", CONSULTED, "UPKIHON_SUB1", "UPKIHON_SUB2");
      case PREVENTION -> sources(rows, kind, user, "UPYOBO", PLAN_DATE, "UPYOBO_SUB", "UPKIHON");
      case COVER -> List.of();
    };
  }

  Row first() {
    return main.get(0);
  }

  FormValues values(Characters characters) {
    return new FormValues(first(), characters);
  }

  /** The first row of a file beside it, which is empty when there is none. */
  FormValues other(String kind, Characters characters) {
    List<Row> found = others(kind);
    return new FormValues(found.isEmpty() ? null : found.get(0), characters);
  }

  List<Row> others(String kind) {
    return others.getOrDefault(kind, List.of());
  }

  /** A slip stands on its plan, on results alone, or on both. */
  private static List<FormSource> slips(FormRows rows, FormKind kind, UserIdentity user) {
    List<FormSource> sources = new ArrayList<>(sources(rows, kind, user, "UPPLAN", MONTH, "UPJSK"));
    List<String> months = sources.stream().map(s -> s.first().get(MONTH)).toList();
    sources(rows, kind, user, "UPJSK", MONTH, "UPJSK").stream()
        .filter(source -> !months.contains(source.first().get(MONTH)))
        .map(source -> new FormSource(kind, user, source.main(), source.others()))
        .forEach(sources::add);
    return sources;
  }

  private static List<FormSource> sources(
      FormRows rows, FormKind kind, UserIdentity user, String file, String key, String... beside) {
    List<FormSource> sources = new ArrayList<>();
    rows.groups(user, file, key)
        .forEach(
            (value, main) -> {
              Map<String, List<Row>> others = new LinkedHashMap<>();
              rows.best(user, "UPHOSOKU", key, value)
                  .ifPresent(row -> others.put("UPHOSOKU", List.of(row)));
              for (String other : beside) {
                others.put(other, matching(rows.of(user, other), key, value));
              }
              sources.add(new FormSource(kind, user, main, others));
            });
    return sources;
  }

  private static List<Row> matching(List<Row> rows, String key, String value) {
    return rows.stream()
        .filter(row -> !row.layout().has(key) || row.get(key).equals(value))
        .toList();
  }
}
