package careplanhub.vendor.kit;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.FormPart;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A form that reads the values of a column, found by trying: the one that reads the most of them
 * and writes the most back as they were.
 *
 * @param yaml as a mapping writes it, such as {@code date: { style: yyyy/MM/dd }}
 * @param reads how many of the values it reads
 * @param exact how many of them come back as they were
 * @param of how many values there are
 */
record FormChoice(String yaml, long reads, long exact, int of) {
  static final List<String> DATES =
      styles(
          "date",
          "yyyy/MM/dd",
          "yyyy/M/d",
          "yyyy-MM-dd",
          "yyyyMMdd",
          "令和y年M月d日",
          "Ry.M.d",
          "RyyMMdd");
  static final List<String> MONTHS =
      styles(
          "month", "yyyyMM", "yyyy/MM", "yyyy/M", "yyyy-MM", "yyyy年M月", "令和y年M月", "Ry.M", "RyyMM");
  static final List<String> DAYS = styles("day", "d", "dd", "d日");
  static final List<String> TIMES = styles("time", "H:mm", "HH:mm", "HHmm", "H時mm分");

  private static final Map<String, Form> FORMS = new ConcurrentHashMap<>();

  private static List<String> styles(String form, String... styles) {
    return List.of(styles).stream().map(style -> form + ": { style: \"" + style + "\" }").toList();
  }

  /** The forms of whole numbers of at most so many characters. */
  static List<String> numbers(int length) {
    String begin = "number: { length: " + length;
    return List.of(begin + " }", begin + ", commas: true }", begin + ", wide: true }");
  }

  /** The best of some forms for the cells of a column, as they were read. */
  static FormChoice best(List<String> cells, List<String> forms) {
    List<String> values = cells.stream().filter(cell -> !cell.isBlank()).toList();
    FormChoice best = null;
    for (String yaml : forms) {
      FormChoice next = tried(yaml, values);
      if (best == null || next.points() > best.points()) {
        best = next;
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("No forms to choose from");
    }
    return best;
  }

  private static FormChoice tried(String yaml, List<String> values) {
    Form form = form(yaml);
    long reads = 0;
    long exact = 0;
    for (String value : values) {
      Optional<String> read = read(form, value);
      if (read.isPresent()) {
        reads++;
        exact += written(form, read.get()).filter(value.strip()::equals).isPresent() ? 1 : 0;
      }
    }
    return new FormChoice(yaml, reads, exact, values.size());
  }

  private long points() {
    return 1000 * reads + exact;
  }

  /** Whether values are in it that the form cannot read. */
  boolean leavesSome() {
    return reads < of;
  }

  /** The standard's value of a cell; empty when it is none. */
  static Optional<String> read(String yaml, String cell) {
    return read(form(yaml), cell).filter(value -> !value.isEmpty());
  }

  private static Optional<String> read(Form form, String cell) {
    try {
      return Optional.of(form.read(cell, tolerated -> {}));
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> written(Form form, String value) {
    try {
      return Optional.of(form.write(value));
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  private static Form form(String yaml) {
    return FORMS.computeIfAbsent(yaml, FormChoice::made);
  }

  private static Form made(String yaml) {
    try {
      byte[] document = ("form: { " + yaml + " }").getBytes(StandardCharsets.UTF_8);
      return Forms.create(new FormPart(YamlDocument.parse("form", document), "/form"));
    } catch (ConfigurationException e) {
      throw new IllegalStateException("The kit names a form that there is not", e);
    }
  }
}
