package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of 介護予防サービス・支援計画書 (UPYOBO) and its annex. */
final class PreventionRows {
  private static final List<String> AREAS = List.of("mobility", "homeLife", "social", "health");
  private static final List<String> PROGRAMS =
      List.of("Exercise", "Nutrition", "Oral", "Housebound", "Memory", "Depression");
  private static final List<String> FREE_TEXTS =
      List.of(
          "dailyGoal",
          "yearlyGoal",
          "healthNote",
          "properSupportPolicy",
          "supportPolicy",
          "centerOpinion");
  private static final List<String> NEED = List.of("need", "proposal", "wishes", "goal");
  private static final List<String> SUPPORT = List.of("supportPoint", "selfCare", "insuredService");

  private PreventionRows() {}

  static Row plan(Layout layout, SyntheticUser user) {
    Dice dice = user.dice("prevention");
    SyntheticOffice support = user.support();
    RowDraft draft =
        RowDraft.of(layout, user.identity())
            .set("planDate", user.planDate())
            .set("planKind", 1)
            .set("commission", 1)
            .set("referenceNumber", "№" + (user.index() + 1))
            .set("userName", user.name())
            .set("certifiedOn", user.certifiedOn())
            .set("certifiedFrom", user.certifiedFrom())
            .set("certifiedTo", user.certifiedTo())
            .set("planStage", 21)
            .set("certificationStatus", 2)
            .set("supportLevel", user.careLevel().equals("12") ? 1 : 2)
            .set("centerPlannerName", user.plannerName())
            .set("plannerOfficeName", support.name())
            .set("plannerOfficeAddress", support.address())
            .set("plannerOfficePhone", support.phone())
            .set("firstPlanDate", user.planDate().minusMonths(7))
            .set("supportCenter", support.name())
            .set("consentedOn", user.planDate())
            .set("consentedBy", user.name());
    FREE_TEXTS.forEach(key -> draft.set(key, HardTexts.any(dice)));
    for (String area : AREAS) {
      draft
          .set(area + "Status", HardTexts.some(dice))
          .set(area + "Wishes", HardTexts.any(dice))
          .set(area + "HasNeed", dice.between(1, 2))
          .set(area + "Cause", HardTexts.any(dice));
    }
    for (String program : PROGRAMS) {
      draft.set("checklist" + program, dice.below(5)).set("program" + program, dice.between(1, 2));
    }
    return draft.row();
  }

  /** Two needs, each with two supports of one or two services; repeated text is left empty. */
  static Stream<Row> supports(Layout layout, SyntheticUser user) {
    Dice dice = user.dice("supports");
    List<Row> rows = new ArrayList<>();
    for (int need = 1; need <= 2; need++) {
      for (int support = 1; support <= 2; support++) {
        int services = dice.between(1, 2);
        for (int service = 1; service <= services; service++) {
          rows.add(support(layout, user, dice, List.of(need, support, service)));
        }
      }
    }
    return rows.stream();
  }

  private static Row support(Layout layout, SyntheticUser user, Dice dice, List<Integer> numbers) {
    RowDraft draft =
        RowDraft.of(layout, user.identity())
            .set("planDate", user.planDate())
            .set("needNo", numbers.get(0))
            .set("supportNo", numbers.get(1))
            .set("serviceNo", numbers.get(2))
            .set("serviceKind", "訪問型サービス～独自～")
            .set("serviceOfficeName", user.services().get(0).office().name())
            .set("period", "３ヶ月");
    boolean newSupport = numbers.get(2) == 1;
    boolean newNeed = newSupport && numbers.get(1) == 1;
    NEED.forEach(key -> draft.set(key, newNeed ? HardTexts.some(dice) : ""));
    SUPPORT.forEach(key -> draft.set(key, newSupport ? HardTexts.some(dice) : ""));
    return draft.row();
  }
}
