package careplanhub.standard;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of all fields of a row (rules 9, 12, 13 and the 書式 of the 別紙). A value equal to the
 * last right one of its column is right without another look.
 */
final class FieldRule implements FileRule {
  private static final Map<Layout, Columns> COLUMNS = new ConcurrentHashMap<>();

  private final Layout layout;
  private final Columns columns;
  private final @Nullable String[] lastRight;

  FieldRule(Layout layout) {
    this.layout = layout;
    this.columns = COLUMNS.computeIfAbsent(layout, Columns::new);
    this.lastRight = new String[layout.width()];
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    FieldCheck[] checks = columns.checks;
    for (int i = 0; i < checks.length; i++) {
      String value = row.value(i);
      if (value.isEmpty()) {
        FindingCode wrong = columns.whenEmpty[i];
        if (wrong != null) {
          findings.accept(wrong.at(row, layout.fields().get(i)));
        }
      } else if (checks[i] != null && !value.equals(lastRight[i])) {
        FindingCode wrong = checks[i].check(value);
        if (wrong == null) {
          lastRight[i] = value;
        } else {
          findings.accept(wrong.at(row, layout.fields().get(i), columns.details[i]));
        }
      }
    }
  }

  /** The checks of a layout's columns, made once. */
  private static final class Columns {
    final @Nullable FieldCheck[] checks;
    final @Nullable FindingCode[] whenEmpty;
    final String[] details;

    Columns(Layout layout) {
      List<Field> fields = layout.fields();
      checks = new FieldCheck[fields.size()];
      whenEmpty = new FindingCode[fields.size()];
      details = new String[fields.size()];
      for (int i = 0; i < fields.size(); i++) {
        checks[i] = FieldChecks.of(layout, fields.get(i));
        whenEmpty[i] = FieldChecks.whenEmpty(fields.get(i));
        details[i] = codeList(fields.get(i));
      }
    }

    private static String codeList(Field field) {
      String table = field.codes();
      return table == null
          ? ""
          : Standard.data().codes(table).keySet().stream()
              .sorted()
              .collect(Collectors.joining("、"));
    }
  }
}
