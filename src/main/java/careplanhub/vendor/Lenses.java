package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The lenses that a mapping may name. The list is closed: what is missing is written in Java. */
final class Lenses {
  private static final Map<String, Maker> MAKERS =
      Map.of(
          "rename", RenameLens::create,
          "join", JoinLens::create,
          "monthOf", MonthOfLens::create,
          "constant", ConstantLens::create,
          "hub", HubLens::create);

  private Lenses() {}

  /** Makes a lens of its parameters. */
  @FunctionalInterface
  interface Maker {
    Lens make(MappingPart parameters) throws ConfigurationException;
  }

  /** The names, sorted. */
  static SortedSet<String> names() {
    return new TreeSet<>(MAKERS.keySet());
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    String kind = part.kind();
    Maker maker = MAKERS.get(kind);
    if (maker == null) {
      throw part.error("", "知らないレンズです。使えるもの: " + String.join("、", names()));
    }
    return maker.make(part.at(kind));
  }
}
