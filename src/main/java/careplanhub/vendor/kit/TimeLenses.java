package careplanhub.vendor.kit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The lenses of the times of a service: two columns, one with both, or one and its minutes. */
final class TimeLenses {
  private static final String NO_TIME = "9999";
  private static final Pattern MINUTES = Pattern.compile("[0-9]{1,4}");

  private TimeLenses() {}

  static void plan(LensPlan plan) {
    boolean start = plan.has(Meaning.SERVICE_START);
    boolean end = plan.has(Meaning.SERVICE_END);
    boolean minutes = plan.has(Meaning.MINUTES) && areMinutes(plan);
    if (!start && !end && plan.has(Meaning.TIMES) && split(plan)) {
      if (minutes) {
        duration(plan, "");
      }
      return;
    }
    if (start) {
      time(plan, Meaning.SERVICE_START, "serviceStart");
    }
    if (end) {
      time(plan, Meaning.SERVICE_END, "serviceEnd");
    }
    if (minutes && (start || end)) {
      duration(plan, start && end ? "" : start ? "serviceEnd" : "serviceStart");
      return;
    }
    if (!start) {
      plan.constant("serviceStart", NO_TIME);
    }
    if (!end) {
      plan.constant("serviceEnd", NO_TIME);
    }
    if (start != end) {
      plan.note("開始と終了の時刻の片方の列しか分かりません。もう片方の列（または分の列）を確かめてください。");
    }
  }

  /** Some programs write hours, such as 1.5, which the lens does not read. */
  private static boolean areMinutes(LensPlan plan) {
    List<String> values =
        plan.cells(Meaning.MINUTES).stream()
            .map(Text::beginning)
            .filter(value -> !value.isEmpty())
            .toList();
    long whole = values.stream().filter(value -> MINUTES.matcher(value).matches()).count();
    boolean minutes = whole * 2 >= values.size();
    if (!minutes) {
      plan.note("提供時間の列は、分の整数ではないので移しません。開始と終了の時刻から決まります。");
    }
    return minutes;
  }

  private static void time(LensPlan plan, Meaning meaning, String field) {
    FormChoice choice = FormChoice.best(plan.cells(meaning), FormChoice.TIMES);
    plan.rename(meaning, field, choice.yaml().replace(" }", ", emptyIsNoTime: true }"));
    plan.tellLeft(meaning, choice);
  }

  private static boolean split(LensPlan plan) {
    Optional<String> separator =
        plan.cells(Meaning.TIMES).stream()
            .filter(cell -> Shapes.isRange(Text.beginning(cell)))
            .map(Shapes::separatorOf)
            .flatMap(Optional::stream)
            .findFirst();
    if (separator.isEmpty()) {
      return false;
    }
    FormChoice form =
        FormChoice.best(
            plan.cells(Meaning.TIMES).stream()
                .map(cell -> before(cell.strip(), separator.get()))
                .toList(),
            FormChoice.TIMES);
    plan.add(
        "split: { column: "
            + plan.name(Meaning.TIMES)
            + ", separator: "
            + Yaml.text(separator.get())
            + ", fields: [serviceStart, serviceEnd], forms: [{ "
            + form.yaml()
            + " }, { "
            + form.yaml()
            + " }] }",
        Set.of(plan.column(Meaning.TIMES)),
        "serviceStart",
        "serviceEnd");
    return true;
  }

  private static String before(String cell, String separator) {
    int end = cell.indexOf(separator);
    return end < 0 ? cell : cell.substring(0, end);
  }

  private static void duration(LensPlan plan, String gives) {
    String[] keeps = gives.isEmpty() ? new String[0] : new String[] {gives};
    plan.add(
        "duration: { column: "
            + plan.name(Meaning.MINUTES)
            + ", start: serviceStart, end: serviceEnd"
            + (gives.isEmpty() ? "" : ", gives: " + gives)
            + " }",
        Set.of(plan.column(Meaning.MINUTES)),
        keeps);
  }
}
