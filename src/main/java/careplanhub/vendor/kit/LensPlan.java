package careplanhub.vendor.kit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes lenses of guesses: each field of the standard that must be there gets exactly one. */
final class LensPlan {
  static final String PLANNED = "UPPLAN";
  static final String DONE = "UPJSK";

  private final Sample sample;
  private final ColumnNames names;
  private final List<String> kinds;
  private final Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);
  private final List<PlannedLens> lenses = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean needsFileMonth;

  /**
   * @param refused columns that no lens may connect
   * @param wanted the kind of file to make where the sample does not tell
   */
  LensPlan(
      Sample sample,
      ColumnNames names,
      List<ColumnGuess> guesses,
      Set<Integer> refused,
      String wanted) {
    this.sample = sample;
    this.names = names;
    for (ColumnGuess guess : guesses) {
      boolean usable =
          guess.meaning() != Meaning.OTHER
              && !refused.contains(guess.column())
              && !names.isLeftOut(guess.column());
      if (usable) {
        columns.put(guess.meaning(), guess.column());
      }
    }
    this.kinds = kinds(wanted);
    plan();
  }

  private List<String> kinds(String wanted) {
    boolean planned = group(DayColumns.Use.PLANNED).isPresent();
    boolean done = group(DayColumns.Use.DONE).isPresent();
    return planned && done
        ? List.of(PLANNED, DONE)
        : List.of(planned ? PLANNED : done ? DONE : wanted);
  }

  private Optional<DayColumns.Group> group(DayColumns.Use use) {
    return names.groups().stream().filter(group -> group.use() == use).findFirst();
  }

  /** The kinds of files of the standard. */
  List<String> fileKinds() {
    return kinds;
  }

  List<PlannedLens> lenses() {
    return List.copyOf(lenses);
  }

  /** Japanese: what the integrator has to look at. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether the file's name or title has to tell the month. */
  boolean needsFileMonth() {
    return needsFileMonth;
  }

  /** The columns that a lens connects. */
  Set<Integer> connected() {
    Set<Integer> connected = new HashSet<>();
    lenses.forEach(lens -> connected.addAll(lens.columns()));
    return connected;
  }

  private void plan() {
    version();
    user();
    monthAndDate();
    TimeLenses.plan(this);
    ServiceLenses.plan(this);
    days();
    OfficeLenses.plan(this);
  }

  // what lenses are made with

  boolean has(Meaning meaning) {
    return columns.containsKey(meaning);
  }

  int column(Meaning meaning) {
    return Objects.requireNonNull(columns.get(meaning), meaning.label());
  }

  String name(Meaning meaning) {
    return Yaml.text(names.of(column(meaning)));
  }

  List<String> cells(Meaning meaning) {
    return sample.column(column(meaning));
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  boolean isOneDayARow() {
    return names.groups().isEmpty();
  }

  void add(String yaml, Set<Integer> used, String... keeps) {
    lenses.add(new PlannedLens(yaml, List.of(), used, List.of(keeps)));
  }

  /** A column that is a field. */
  void rename(Meaning meaning, String field, String form) {
    add(
        "rename: { column: "
            + name(meaning)
            + ", field: "
            + field
            + (form.isEmpty() ? "" : ", form: { " + form + " }")
            + " }",
        Set.of(column(meaning)),
        field);
  }

  /** A column that is a field, in the one of some forms that fits its values best. */
  void rename(Meaning meaning, String field, List<String> forms) {
    FormChoice choice = FormChoice.best(cells(meaning), forms);
    rename(meaning, field, choice.yaml());
    tellLeft(meaning, choice);
  }

  void tellLeft(Meaning meaning, FormChoice choice) {
    if (choice.leavesSome()) {
      note(
          "列「"
              + names.of(column(meaning))
              + "」の見本の値のうち "
              + (choice.of() - choice.reads())
              + " 個は、書き方（form）で読めません。");
    }
  }

  void constant(String field, String value) {
    add("constant: { field: " + field + ", value: \"" + value + "\" }", Set.of());
  }

  void hub(String field, String fact) {
    add("hub: { field: " + field + ", fact: " + fact + " }", Set.of());
  }

  private void version() {
    if (has(Meaning.CSV_VERSION)) {
      add(
          "constant: { field: csvVersion, value: \"202407\", column: "
              + name(Meaning.CSV_VERSION)
              + " }",
          Set.of(column(Meaning.CSV_VERSION)));
    } else {
      constant("csvVersion", "202407");
    }
  }

  /** Adds a lens that may be for some of the kinds only. */
  void add(PlannedLens lens) {
    lenses.add(lens);
  }

  private void user() {
    String form = "digits: { length: 10, leadingLetters: H }";
    if (has(Meaning.INSURER_NUMBER) && has(Meaning.INSURED_NUMBER)) {
      rename(Meaning.INSURER_NUMBER, "insurerNumber", List.of("digits: { length: 6 }"));
      rename(Meaning.INSURED_NUMBER, "insuredNumber", List.of(form));
      return;
    }
    List<Meaning> telling = new ArrayList<>();
    for (Meaning meaning : List.of(Meaning.INSURED_NUMBER, Meaning.USER_NAME, Meaning.USER_KANA)) {
      boolean enough = !telling.isEmpty() && meaning == Meaning.USER_KANA;
      if (has(meaning) && !enough) {
        telling.add(meaning);
      }
    }
    if (telling.isEmpty()) {
      unknownUser();
      return;
    }
    boolean insured = has(Meaning.INSURED_NUMBER);
    Set<Integer> used = new HashSet<>();
    telling.forEach(meaning -> used.add(column(meaning)));
    add(
        "user: { columns: ["
            + String.join(", ", telling.stream().map(this::name).toList())
            + "]"
            + (insured
                ? ", insured: " + name(Meaning.INSURED_NUMBER) + ", form: { " + form + " }"
                : "")
            + " }",
        used,
        "insurerNumber",
        "insuredNumber");
    note("利用者の番号がそろわないので、だれのことかを人が一度決めます（事業所の表 users.csv）。");
  }

  private void unknownUser() {
    int column = 0;
    while (column < sample.width() - 1
        && (columns.containsValue(column) || names.isLeftOut(column) || isDay(column))) {
      column++;
    }
    columns.values().remove(column);
    add(
        "user: { columns: [" + Yaml.text(names.of(column)) + "] }",
        Set.of(column),
        "insurerNumber",
        "insuredNumber");
    note("利用者を見分ける列が分かりません。レンズ user の columns を直してください。");
  }

  private boolean isDay(int column) {
    return names.groups().stream().anyMatch(group -> group.columns().contains(column));
  }

  private void monthAndDate() {
    boolean date = has(Meaning.SERVICE_DATE) && isOneDayARow();
    if (has(Meaning.TARGET_MONTH)) {
      rename(Meaning.TARGET_MONTH, "targetMonth", FormChoice.MONTHS);
    }
    if (date) {
      rename(Meaning.SERVICE_DATE, "serviceDate", FormChoice.DATES);
      if (!has(Meaning.TARGET_MONTH)) {
        add("monthOf: { field: targetMonth, of: serviceDate }", Set.of(), "targetMonth");
      }
    } else if (!has(Meaning.TARGET_MONTH)) {
      needsFileMonth = true;
      add("fileMonth: { field: targetMonth }", Set.of(), "targetMonth");
    }
    if (!date && isOneDayARow()) {
      dayOrFirst();
    }
    if (has(Meaning.WEEKDAY) && isOneDayARow() && (date || has(Meaning.DAY))) {
      weekday();
    }
  }

  private void dayOrFirst() {
    if (has(Meaning.DAY)) {
      FormChoice day = FormChoice.best(cells(Meaning.DAY), FormChoice.DAYS);
      add(
          "dayOfMonth: { column: "
              + name(Meaning.DAY)
              + ", month: targetMonth, field: serviceDate, form: { "
              + day.yaml()
              + " } }",
          Set.of(column(Meaning.DAY)),
          "serviceDate");
      tellLeft(Meaning.DAY, day);
    } else {
      add("firstDay: { field: serviceDate, month: targetMonth }", Set.of());
      note("日付の列が分からないので、サービス利用日を月の 1 日としました。日付の列があれば直してください。");
    }
  }

  private void weekday() {
    String first =
        cells(Meaning.WEEKDAY).stream()
            .map(Text::plain)
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .orElse("月");
    String style = first.replaceFirst("[月火水木金土日]", "月");
    boolean known = List.of("月", "月曜", "月曜日", "(月)").contains(style);
    add(
        "weekday: { column: "
            + name(Meaning.WEEKDAY)
            + ", of: serviceDate"
            + (known && !style.equals("月") ? ", style: \"" + style + "\"" : "")
            + " }",
        Set.of(column(Meaning.WEEKDAY)));
  }

  private void days() {
    boolean several = kinds.size() > 1;
    Set<String> used = new HashSet<>();
    for (DayColumns.Group group : names.groups()) {
      String kind = group.use() == DayColumns.Use.PLANNED ? PLANNED : several ? DONE : kinds.get(0);
      if (!kinds.contains(kind) || !used.add(kind)) {
        continue;
      }
      DayLens.plan(sample, names, group, several ? List.of(kind) : List.of(), lenses);
      DayLens.totals(this, names.of(group), kind, several, lenses);
    }
  }
}
