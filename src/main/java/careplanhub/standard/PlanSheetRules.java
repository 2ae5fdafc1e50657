package careplanhub.standard;

import java.util.List;
import java.util.function.Consumer;

/** What rows of 居宅サービス計画 1表, 2表 and 3表 must hold together (rules 34, 35, 37). */
final class PlanSheetRules {
  private static final String OTHER_REASON = "3";

  private PlanSheetRules() {}

  /** 1表: the reason その他 is explained (rule 34). */
  static FileRule reason(Layout layout) {
    int reason = layout.position("homeHelpReason");
    Field other = layout.field("homeHelpOtherReason");
    return (row, findings) -> {
      if (row.value(reason).equals(OTHER_REASON) && row.value(other).isEmpty()) {
        findings.accept(FindingCode.HOME_HELP_REASON.at(row, other));
      }
    };
  }

  /** 3表: a row is one service, one activity or something else (rule 37). */
  static FileRule weekRow(Layout layout) {
    Field first = layout.field("serviceContent");
    int service = layout.position(first.key());
    int activity = layout.position("dailyActivity");
    int other = layout.position("otherService");
    return (row, findings) -> {
      int kinds = 0;
      kinds += isAnyFilled(row, service, activity) ? 1 : 0;
      kinds += isAnyFilled(row, activity, other) ? 1 : 0;
      kinds += isAnyFilled(row, other, layout.width()) ? 1 : 0;
      if (kinds != 1) {
        findings.accept(FindingCode.WEEK_ROW_KIND.at(row, first));
      }
    };
  }

  /** 2表: the same three numbers come once in a plan (rule 35). */
  static FileRule planNumbers(CheckContext context) {
    return new PlanNumbers(context);
  }

  private static boolean isAnyFilled(Row row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!row.value(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static final class PlanNumbers implements FileRule {
    private final Field supportNumber;
    private final int[] plan;
    private final List<Field> numbers;
    private final PlaceTable seen;

    PlanNumbers(CheckContext context) {
      Layout layout = context.layout();
      supportNumber = layout.field("supportNo");
      numbers = List.of(layout.field("needNo"), layout.field("goalNo"), supportNumber);
      plan =
          new int[] {
            layout.position("insurerNumber"),
            layout.position("insuredNumber"),
            layout.position("planDate"),
          };
      seen = new PlaceTable(context.options().comparedKeys());
    }

    @Override
    public void check(Row row, Consumer<Finding> findings) {
      long key = KeyTable.keyOf(row, plan);
      for (Field field : numbers) {
        String number = row.value(field);
        if (number.isEmpty()) {
          return;
        }
        key = KeyTable.keyOf(key, withoutZeros(number));
      }
      if (!seen.add(key, row) && seen.contains(key)) {
        findings.accept(FindingCode.PLAN_NUMBERS_TWICE.at(row, supportNumber));
      }
    }

    private static String withoutZeros(String number) {
      return number.charAt(0) == '0' ? number.substring(1) : number;
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      seen.tellWhenFull(findings);
    }
  }
}
