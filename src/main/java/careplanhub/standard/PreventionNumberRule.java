package careplanhub.standard;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The three numbers of a UPYOBO_SUB row (rule 59): the same number repeats, the one below it counts
 * up by one, and a repeated number's text is blank.
 */
final class PreventionNumberRule implements FileRule {
  private final List<Field> numbers;

  /** The texts that belong to each number but the last. */
  private final List<List<Field>> texts;

  private final int[] plan;
  private @Nullable Row previous;

  PreventionNumberRule(Layout layout) {
    numbers = fields(layout, "needNo", "supportNo", "serviceNo");
    texts =
        List.of(
            fields(layout, "need", "proposal", "wishes", "goal"),
            fields(layout, "supportPoint", "selfCare", "insuredService"));
    plan =
        new int[] {
          layout.position("insurerNumber"),
          layout.position("insuredNumber"),
          layout.position("planDate"),
        };
  }

  @Override
  public void check(Row row, Consumer<Finding> findings) {
    if (previous != null && isSamePlan(previous, row)) {
      compare(previous, row, findings);
    }
    previous = row;
  }

  private void compare(Row before, Row row, Consumer<Finding> findings) {
    for (int level = 0; level < numbers.size(); level++) {
      Field field = numbers.get(level);
      int numberBefore = number(before, field);
      int number = number(row, field);
      if (number < 0 || numberBefore < 0) {
        return;
      }
      boolean last = level == numbers.size() - 1;
      boolean gap = level > 0 && number > numberBefore + 1;
      if (number < numberBefore || gap || (last && number == numberBefore)) {
        findings.accept(FindingCode.PREVENTION_NUMBER_ORDER.at(row, field));
      }
      if (number != numberBefore || last) {
        return;
      }
      for (Field text : texts.get(level)) {
        if (!row.value(text).isEmpty()) {
          findings.accept(FindingCode.PREVENTION_TEXT_REPEATED.at(row, text));
        }
      }
    }
  }

  private boolean isSamePlan(Row before, Row row) {
    for (int position : plan) {
      if (!before.value(position).equals(row.value(position))) {
        return false;
      }
    }
    return true;
  }

  private static int number(Row row, Field field) {
    try {
      return Integer.parseInt(row.value(field));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static List<Field> fields(Layout layout, String... keys) {
    return Arrays.stream(keys).map(layout::field).toList();
  }
}
