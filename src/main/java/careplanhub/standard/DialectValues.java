package careplanhub.standard;

import java.util.regex.Pattern;

/** The values of a row as a dialect writes them. Not safe for several threads. */
final class DialectValues {
  private static final String KANA_COLUMN = "Kana";
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3])[0-5][0-9]");

  private final Dialect dialect;
  private final ValueRepair repair = new ValueRepair((code, details) -> {});

  DialectValues(Dialect dialect) {
    this.dialect = dialect;
  }

  Row of(Row row) {
    Layout layout = row.layout();
    String[] values = new String[layout.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(layout.fields().get(i), row.value(i));
    }
    if (values[0].equals(StandardVersion.V4_1.csvVersion())) {
      values[0] = dialect.csvVersion(layout.version());
    }
    return new Row(layout, values, row.line(), row.record());
  }

  private String of(Field field, String value) {
    return switch (field.type()) {
      case TEXT -> field.key().endsWith(KANA_COLUMN) ? kana(value) : value;
      case TIME -> ifReadBack(field, value, time(value));
      case ID, CODE, MONTH, DATE ->
          dialect.zeros() == Dialect.Zeros.DROPPED
              ? ifReadBack(field, value, withoutZeros(value))
              : value;
      default -> value;
    };
  }

  /** A short form is written only when a reader makes the value of it again. */
  private String ifReadBack(Field field, String value, String written) {
    return repair.repaired(field, written, true).equals(value) ? written : value;
  }

  private String time(String value) {
    return switch (dialect.times()) {
      case HHMM -> value;
      case DROPPED -> withoutZeros(value);
      case CLOCK ->
          TIME.matcher(value).matches()
              ? Integer.parseInt(value.substring(0, 2)) + ":" + value.substring(2)
              : value;
    };
  }

  private static String withoutZeros(String value) {
    int i = 0;
    while (i < value.length() - 1 && value.charAt(i) == '0') {
      i++;
    }
    return value.substring(i);
  }

  private String kana(String value) {
    return switch (dialect.kana()) {
      case KEPT -> value;
      case FULL -> KanaWidth.full(value);
      case HALF -> KanaWidth.half(value);
    };
  }
}
