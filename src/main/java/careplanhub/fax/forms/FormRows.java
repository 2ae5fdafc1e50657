package careplanhub.fax.forms;

import careplanhub.standard.Row;
import careplanhub.standard.UserIdentity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rows that forms are made from, such as those of the files of one send unit. Immutable. */
public final class FormRows {
  private final Map<UserIdentity, List<Row>> rows;

  private FormRows(Map<UserIdentity, List<Row>> rows) {
    this.rows = rows;
  }

  /** All rows of one or several files, of whatever kinds, in the order of the files. */
  public static FormRows of(Collection<Row> rows) {
    return new FormRows(
        rows.stream()
            .collect(Collectors.groupingBy(Row::user, LinkedHashMap::new, Collectors.toList())));
  }

  /** Whose rows they are, in the order of their first row. */
  public List<UserIdentity> users() {
    return List.copyOf(rows.keySet());
  }

  List<Row> of(UserIdentity user, String kind) {
    return rows.getOrDefault(user, List.of()).stream()
        .filter(row -> row.layout().kind().equals(kind))
        .toList();
  }

  /** The user's rows of a kind by the value of a column: one group a plan, or a month. */
  Map<String, List<Row>> groups(UserIdentity user, String kind, String key) {
    return of(user, kind).stream()
        .collect(
            Collectors.groupingBy(row -> row.get(key), LinkedHashMap::new, Collectors.toList()));
  }

  /** The row of a kind with this value in a column, else the user's first of that kind. */
  Optional<Row> best(UserIdentity user, String kind, String key, String value) {
    List<Row> found = of(user, kind);
    Optional<Row> exact =
        found.stream()
            .filter(row -> row.layout().has(key) && row.get(key).equals(value))
            .findFirst();
    return exact.or(() -> found.stream().findFirst());
  }
}
