package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import careplanhub.office.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms that a mapping may name. The list is closed: what is missing is written in Java. */
public final class Forms {
  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    List.of(
            new Kind("text", TextForm.Parameters.class, TextForm::create),
            new Kind("digits", DigitsForm.Parameters.class, DigitsForm::create),
            new Kind("code", CodeForm.Parameters.class, CodeForm::create),
            new Kind("number", NumberForm.Parameters.class, NumberForm::create),
            new Kind("date", DateForm.Parameters.class, DateForm::create),
            new Kind("month", MonthForm.Parameters.class, MonthForm::create),
            new Kind("day", DayForm.Parameters.class, DayForm::create),
            new Kind("time", TimeForm.Parameters.class, TimeForm::create),
            new Kind("mark", MarkForm.Parameters.class, MarkForm::create),
            new Kind("table", null, TableForm::create))
        .forEach(kind -> KINDS.put(kind.name(), kind));
  }

  private Forms() {}

  /** A form by its name, its parameters and how it is made. */
  private record Kind(String name, @Nullable Class<? extends Record> parameters, Maker maker) {
    Optional<Class<? extends Record>> parametersIfAny() {
      return Optional.ofNullable(parameters);
    }
  }

  /** Makes a form of its parameters. */
  @FunctionalInterface
  interface Maker {
    Form make(FormPart parameters) throws ConfigurationException;
  }

  /** The names. */
  public static Set<String> names() {
    return Set.copyOf(KINDS.keySet());
  }

  /**
   * The parameters of a form of this name.
   *
   * @return a record; empty for one whose parameters are the words of a table
   */
  public static Optional<Class<? extends Record>> parametersOf(String name) {
    return Optional.ofNullable(KINDS.get(name)).flatMap(Kind::parametersIfAny);
  }

  /** The form as it is where a mapping names none. */
  public static Form text() {
    return TextForm.AS_IT_IS;
  }

  /** The form of whole numbers of at most so many characters. */
  public static Form number(int length) {
    return NumberForm.ofLength(length);
  }

  /**
   * The form of these words, for adapters in Java.
   *
   * @param words as in a mapping, such as {@code time: { style: HHmm }}
   * @throws IllegalArgumentException when there is no such form
   */
  public static Form of(String words) {
    try {
      String yaml = "form: { " + words + " }";
      YamlDocument document = YamlDocument.parse("form", yaml.getBytes(StandardCharsets.UTF_8));
      return create(new FormPart(document, "/form"));
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException("There is no such form: " + words, e);
    }
  }

  /** Makes the form that stands at a place of an adapter's file. */
  public static Form create(FormPart part) throws ConfigurationException {
    String name = part.kind();
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw part.error("", "知らない書き方です。使えるもの: " + String.join("、", KINDS.keySet()));
    }
    return kind.maker().make(part.at(name));
  }
}
