package careplanhub.vendor.kit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What the columns of a sample say of one another: a start before an end, minutes between both, a
 * month that is the month of a date, a user who always has the same insurer, and so on.
 */
final class Evidence {
  private static final double MOST = 0.9;
  private static final int FEWEST_ROWS = 1;
  private static final int MOST_BETWEEN = 3;

  private final List<ColumnProfile> columns;
  private final Map<Integer, Map<Meaning, Double>> points = new HashMap<>();

  Evidence(List<ColumnProfile> columns) {
    this.columns = columns;
    times();
    dates();
    codes();
    users();
    offices();
    amounts();
  }

  /** What speaks for a meaning of a column beside its own values; 0 when nothing does. */
  double of(int column, Meaning meaning) {
    return points.getOrDefault(column, Map.of()).getOrDefault(meaning, 0.0);
  }

  private void add(ColumnProfile column, Meaning meaning, double more) {
    points
        .computeIfAbsent(column.column(), key -> new EnumMap<>(Meaning.class))
        .merge(meaning, more, Double::max);
  }

  private List<ColumnProfile> all(Meaning meaning) {
    return columns.stream()
        .filter(column -> !column.isEmpty() && Shapes.share(meaning, column) >= MOST)
        .toList();
  }

  /** The part of the rows in which both have a value and these are so; 0 for too few rows. */
  private static double together(
      ColumnProfile one, ColumnProfile other, BiPredicate<String, String> test) {
    int rows = 0;
    int right = 0;
    for (int row = 0; row < one.cells().size(); row++) {
      String first = one.cells().get(row);
      String second = other.cells().get(row);
      if (!first.isEmpty() && !second.isEmpty()) {
        rows++;
        right += test.test(first, second) ? 1 : 0;
      }
    }
    return rows < FEWEST_ROWS ? 0 : (double) right / rows;
  }

  private void times() {
    List<ColumnProfile> times = all(Meaning.SERVICE_START);
    for (ColumnProfile start : times) {
      for (ColumnProfile end : times) {
        boolean pair =
            start.column() < end.column()
                && together(start, end, (from, to) -> between(from, to).orElse(-1) > 0) >= MOST;
        if (pair) {
          double near = end.column() == start.column() + 1 ? 0.45 : 0.3;
          add(start, Meaning.SERVICE_START, near);
          add(end, Meaning.SERVICE_END, near);
          minutes(start, end);
        }
      }
    }
  }

  private void minutes(ColumnProfile start, ColumnProfile end) {
    for (ColumnProfile column : all(Meaning.MINUTES)) {
      int rows = 0;
      int right = 0;
      for (int row = 0; row < column.cells().size(); row++) {
        Optional<Integer> length = between(start.cells().get(row), end.cells().get(row));
        Optional<Long> said = Shapes.number(column.cells().get(row));
        if (length.isPresent() && said.isPresent()) {
          rows++;
          right += length.get().longValue() == said.get() ? 1 : 0;
        }
      }
      if (rows >= FEWEST_ROWS && right >= MOST * rows) {
        add(column, Meaning.MINUTES, 0.8);
      }
    }
  }

  private static Optional<Integer> between(String from, String to) {
    Optional<Integer> start = Shapes.minutes(from);
    Optional<Integer> end = Shapes.minutes(to);
    return start.isPresent() && end.isPresent()
        ? Optional.of(end.get() - start.get())
        : Optional.empty();
  }

  private void dates() {
    List<ColumnProfile> dates = all(Meaning.SERVICE_DATE);
    for (ColumnProfile date : dates) {
      for (ColumnProfile month : all(Meaning.TARGET_MONTH)) {
        if (together(month, date, Evidence::isMonthOf) >= MOST) {
          add(month, Meaning.TARGET_MONTH, 0.4);
          add(date, Meaning.SERVICE_DATE, 0.2);
        }
      }
      for (ColumnProfile day : all(Meaning.DAY)) {
        if (day.column() != date.column() && together(day, date, Evidence::isDayOf) >= MOST) {
          add(date, Meaning.SERVICE_DATE, 0.2);
        }
      }
      if (date.distinct().size() > 1 && sameMonth(date)) {
        add(date, Meaning.SERVICE_DATE, 0.25);
      }
    }
  }

  private static boolean isMonthOf(String month, String date) {
    Optional<String> said = FormChoice.read(FormChoice.MONTHS.get(0), month);
    return said.isPresent()
        && Shapes.date(date).filter(day -> day.startsWith(said.get())).isPresent();
  }

  private static boolean isDayOf(String day, String date) {
    Optional<String> said = FormChoice.read(FormChoice.DAYS.get(0), day);
    return said.isPresent()
        && Shapes.date(date).filter(one -> one.endsWith(said.get())).isPresent();
  }

  private static boolean sameMonth(ColumnProfile dates) {
    return dates.values().stream()
            .map(Shapes::date)
            .flatMap(Optional::stream)
            .map(date -> date.substring(0, 6))
            .distinct()
            .count()
        == 1;
  }

  private void codes() {
    for (ColumnProfile type : all(Meaning.SERVICE_TYPE)) {
      int next = type.column() + 1;
      boolean item =
          next < columns.size()
              && columns.get(next).share(value -> value.length() == 4) >= MOST
              && Shapes.share(Meaning.SERVICE_ITEM, columns.get(next)) >= MOST;
      if (item) {
        add(type, Meaning.SERVICE_TYPE, 0.5);
        add(columns.get(next), Meaning.SERVICE_ITEM, 0.65);
      }
    }
  }

  private void users() {
    for (ColumnProfile insured : all(Meaning.INSURED_NUMBER)) {
      for (ColumnProfile insurer : all(Meaning.INSURER_NUMBER)) {
        insurer(insured, insurer);
      }
      for (ColumnProfile name : columns) {
        boolean same =
            name.share(Shapes::isPerson) >= MOST
                && name.distinct().size() == insured.distinct().size()
                && determines(insured, name);
        if (same) {
          add(
              name,
              Shapes.share(Meaning.USER_KANA, name) >= MOST ? Meaning.USER_KANA : Meaning.USER_NAME,
              0.6);
          add(insured, Meaning.INSURED_NUMBER, 0.2);
        } else {
          planner(insured, name);
        }
      }
    }
  }

  /** A number that is always the same for a user; it may look like a service code. */
  private void insurer(ColumnProfile insured, ColumnProfile insurer) {
    boolean fits =
        insurer.distinct().size() <= insured.distinct().size() && determines(insured, insurer);
    if (!fits) {
      return;
    }
    double near = Math.abs(insured.column() - insurer.column()) <= 2 ? 0.35 : 0.15;
    boolean checked = insurer.share(Shapes::hasCheckDigit) >= MOST;
    boolean isCode = Shapes.share(Meaning.SERVICE_CODE, insurer) >= MOST;
    if (!isCode || near > 0.3) {
      add(insurer, Meaning.INSURER_NUMBER, near + (checked ? 0.1 : 0));
      add(insured, Meaning.INSURED_NUMBER, near);
    }
    boolean repeats = insured.values().size() > insured.distinct().size();
    if (isCode && near > 0.3 && repeats) {
      add(insurer, Meaning.SERVICE_CODE, -0.4);
    }
  }

  /** A person who is always the same for a user, and for the office that plans the care. */
  private void planner(ColumnProfile insured, ColumnProfile name) {
    boolean several = name.distinct().size() > 1;
    if (!several || name.share(Shapes::isPerson) < MOST || !determines(insured, name)) {
      return;
    }
    boolean ofOffice =
        all(Meaning.SUPPORT_OFFICE_NUMBER).stream()
            .anyMatch(office -> office.distinct().size() > 1 && determines(name, office));
    add(name, Meaning.PLANNER_NAME, ofOffice ? 0.6 : 0.45);
  }

  /** Whether two rows that agree in one column agree in the other. */
  private static boolean determines(ColumnProfile one, ColumnProfile other) {
    Map<String, String> known = new HashMap<>();
    return together(
            one,
            other,
            (key, value) -> {
              String before = known.putIfAbsent(key, value);
              return before == null || before.equals(value);
            })
        >= 0.98;
  }

  /** A number of the one office that exports, and one of the office that plans each user's care. */
  private void offices() {
    List<ColumnProfile> numbers = all(Meaning.SERVICE_OFFICE_NUMBER);
    int most = numbers.stream().mapToInt(column -> column.distinct().size()).max().orElse(0);
    for (ColumnProfile number : numbers) {
      boolean few = number.distinct().size() < most || (most == 1 && numbers.size() == 1);
      boolean office = number.share(Evidence::isOfficeLike) >= MOST;
      double checked = number.share(Shapes::hasCheckDigit) >= MOST ? 0.1 : 0;
      if (number.distinct().size() == 1) {
        add(number, Meaning.SERVICE_OFFICE_NUMBER, 0.2 + checked + (office ? 0.2 : 0));
      } else if (few || office) {
        add(number, Meaning.SUPPORT_OFFICE_NUMBER, 0.3 + checked);
      }
      if (!few && !office && number.distinct().size() > 1) {
        add(number, Meaning.INSURED_NUMBER, 0.2);
      }
    }
  }

  private static boolean isOfficeLike(String number) {
    return number.length() == 10 && "79ABab".indexOf(number.charAt(2)) >= 0;
  }

  private void amounts() {
    for (ColumnProfile code : columns) {
      boolean isCode =
          Shapes.share(Meaning.SERVICE_CODE, code) >= MOST
              || of(code.column(), Meaning.SERVICE_ITEM) > 0;
      if (!isCode || of(code.column(), Meaning.SERVICE_CODE) < 0) {
        continue;
      }
      for (int place = code.column() + 1; place <= code.column() + MOST_BETWEEN; place++) {
        nextTo(place);
      }
      for (ColumnProfile units : all(Meaning.UNITS)) {
        boolean fits =
            units.column() != code.column()
                && units.share(value -> Shapes.number(value).orElse(0L) >= 10) >= MOST
                && Shapes.share(Meaning.SERVICE_CODE, units) < MOST
                && code.distinct().size() > 1
                && determines(code, units)
                && units.distinct().size() > 1;
        if (fits) {
          add(units, Meaning.UNITS, 0.4);
          count(units.column() + 1);
          count(units.column() - 1);
        }
      }
    }
  }

  /** A number a little behind a code, as great as units are. */
  private void nextTo(int place) {
    if (place >= columns.size() || of(place, Meaning.MINUTES) > 0) {
      return;
    }
    ColumnProfile column = columns.get(place);
    boolean units =
        Shapes.share(Meaning.UNITS, column) >= MOST
            && column.share(value -> Shapes.number(value).orElse(0L) >= 20) >= MOST
            && column.share(value -> value.length() <= 5) >= MOST
            && of(place, Meaning.SERVICE_ITEM) == 0
            && Shapes.share(Meaning.SERVICE_TYPE, column) < MOST;
    if (units) {
      add(column, Meaning.UNITS, 0.3);
      count(place + 1);
      count(place - 1);
    }
  }

  /** A column beside the units that mostly holds a one. */
  private void count(int place) {
    if (place < 0 || place >= columns.size()) {
      return;
    }
    ColumnProfile column = columns.get(place);
    boolean few =
        column.share(
                value -> value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '9')
            >= MOST;
    if (few && column.share("1"::equals) >= 0.5 && of(place, Meaning.WEEKDAY) == 0) {
      add(column, Meaning.SERVICE_COUNT, 0.5);
    }
  }
}
