package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lenses that a mapping may name. The list is closed: what is missing is written in Java. */
final class Lenses {
  /** Beside a lens's name: the kinds of files that it is for. */
  static final String KINDS = "kinds";

  private static final Map<String, Kind> ALL = new LinkedHashMap<>();

  static {
    List.of(
            new Kind("rename", RenameLens.Parameters.class, RenameLens::create),
            new Kind("join", JoinLens.Parameters.class, JoinLens::create),
            new Kind("split", SplitLens.Parameters.class, SplitLens::create),
            new Kind("constant", ConstantLens.Parameters.class, ConstantLens::create),
            new Kind("hub", HubLens.Parameters.class, HubLens::create),
            new Kind("monthOf", MonthOfLens.Parameters.class, MonthOfLens::create),
            new Kind("fileMonth", FileMonthLens.Parameters.class, FileMonthLens::create),
            new Kind("dayOfMonth", DayOfMonthLens.Parameters.class, DayOfMonthLens::create),
            new Kind("firstDay", FirstDayLens.Parameters.class, FirstDayLens::create),
            new Kind("weekday", WeekdayLens.Parameters.class, WeekdayLens::create),
            new Kind("duration", DurationLens.Parameters.class, DurationLens::create),
            new Kind("lookup", LookupLens.Parameters.class, LookupLens::create),
            new Kind("user", UserLens.Parameters.class, UserLens::create),
            new Kind("days", DaysLens.Parameters.class, DaysLens::create),
            new Kind("total", TotalLens.Parameters.class, TotalLens::create),
            new Kind("sequence", SequenceLens.Parameters.class, SequenceLens::create))
        .forEach(kind -> ALL.put(kind.name(), kind));
  }

  private Lenses() {}

  /** A lens by its name, its parameters and how it is made. */
  private record Kind(String name, Class<? extends Record> parameters, Maker maker) {}

  /** Makes a lens of its parameters. */
  @FunctionalInterface
  interface Maker {
    Lens make(MappingPart parameters) throws ConfigurationException;
  }

  /** The names in the order of the documentation. */
  static Set<String> names() {
    return new LinkedHashSet<>(ALL.keySet());
  }

  /** The parameters of the lens of this name. */
  static Class<? extends Record> parametersOf(String name) {
    Kind kind = ALL.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("There is no such lens.");
    }
    return kind.parameters();
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    List<String> keys = new ArrayList<>();
    part.part().node().fieldNames().forEachRemaining(keys::add);
    keys.remove(KINDS);
    if (keys.size() != 1) {
      throw part.error("", "「レンズの名前: { … }」を 1 つだけ書いてください。");
    }
    Kind kind = ALL.get(keys.get(0));
    if (kind == null) {
      throw part.error("", "知らないレンズです。使えるもの: " + String.join("、", ALL.keySet()));
    }
    return kind.maker().make(part.at(keys.get(0)));
  }
}
