package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The forms that a mapping may name. The list is closed: what is missing is written in Java. */
final class Forms {
  private static final Map<String, Maker> MAKERS =
      Map.of(
          "text", part -> new TextForm(),
          "digits", DigitsForm::create,
          "number", NumberForm::create,
          "date", DateForm::create,
          "time", TimeForm::create,
          "table", TableForm::create);

  private Forms() {}

  /** Makes a form of its parameters. */
  @FunctionalInterface
  interface Maker {
    Form make(MappingPart parameters) throws ConfigurationException;
  }

  /** The names, sorted. */
  static SortedSet<String> names() {
    return new TreeSet<>(MAKERS.keySet());
  }

  static Form create(MappingPart part) throws ConfigurationException {
    String kind = part.kind();
    Maker maker = MAKERS.get(kind);
    if (maker == null) {
      throw part.error("", "知らない書き方です。使えるもの: " + String.join("、", names()));
    }
    return maker.make(part.at(kind));
  }
}
