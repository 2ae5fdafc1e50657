package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of sheets 1, 2 and 3 (UP1KYO, UP2KYO, UP3KYO). */
final class PlanRows {
  private PlanRows() {}

  static Row first(Layout layout, SyntheticUser user) {
    Dice dice = user.dice("sheet 1");
    SyntheticOffice support = user.support();
    int reason = dice.between(1, 3);
    return RowDraft.of(layout, user.identity())
        .set("createdOn", user.planDate())
        .set("userPostalCode", user.postalCode())
        .set("userAddress1", user.address())
        .set("plannerName", user.plannerName())
        .set("supportOfficeName", support.name())
        .set("supportOfficePostalCode", support.postalCode())
        .set("supportOfficeAddress1", support.address())
        .set("supportOfficeNumber", support.number().value())
        .set("planDate", user.planDate())
        .set("firstPlanDate", user.planDate().minusMonths(7))
        .set("planStage", 21)
        .set("certificationStatus", 2)
        .set("certifiedOn", user.certifiedOn())
        .set("certifiedFrom", user.certifiedFrom())
        .set("certifiedTo", user.certifiedTo())
        .set("careLevel", user.careLevel())
        .set("assessment", HardTexts.some(dice))
        .set("reviewBoardOpinion", HardTexts.any(dice))
        .set("supportPolicy", HardTexts.some(dice))
        .set("homeHelpReason", reason)
        .set("homeHelpOtherReason", reason == 3 ? "同居の家族が能登へ出稼ぎ～週末のみ帰宅" : "")
        .set("updatedByOfficeNumber", support.number().value())
        .row();
  }

  /** One row a service; a repeated need or goal is left empty, as programs do. */
  static Stream<Row> second(Layout layout, SyntheticUser user) {
    Dice dice = user.dice("sheet 2");
    List<Row> rows = new ArrayList<>();
    int place = 0;
    for (AgreedService service : user.services()) {
      boolean repeats = place % 2 == 1;
      rows.add(
          RowDraft.of(layout, user.identity())
              .set("createdOn", user.planDate())
              .set("planDate", user.planDate())
              .set("needNo", place / 2 + 1)
              .set("need", repeats ? "" : HardTexts.some(dice))
              .set("goalNo", 1)
              .set("longTermGoal", repeats ? "" : HardTexts.some(dice))
              .set("shortTermGoal", repeats ? "" : HardTexts.some(dice))
              .set("longTermPeriod", repeats ? "" : "令和７年４月～令和８年３月")
              .set("shortTermPeriod", repeats ? "" : "R7.4.1～R7.9.30")
              .set("supportNo", place % 2 + 1)
              .set("serviceContent", HardTexts.some(dice))
              .set("insuranceCoverage", "Y")
              .set("serviceKind", service.item().name())
              .set("serviceOfficeNumber", service.office().number().value())
              .set("serviceOfficeName", service.office().name())
              .set(
                  "frequency", service.days().isEmpty() ? "月①回" : "週" + service.days().size() + "回")
              .set("period", "６ヶ月")
              .set("updatedByOfficeNumber", user.support().number().value())
              .row());
      place++;
    }
    return rows.stream();
  }

  /** A row is a service on a day of the week, an activity of each day, or something else. */
  static Stream<Row> third(Layout layout, SyntheticUser user) {
    List<Row> rows = new ArrayList<>();
    for (AgreedService service : user.services()) {
      LocalTime start = service.start();
      if (start == null) {
        continue;
      }
      for (DayOfWeek day : List.of(DayOfWeek.values())) {
        if (service.days().contains(day)) {
          rows.add(
              week(layout, user)
                  .set("serviceContent", service.item().name())
                  .set("dayOfWeek", day.getValue())
                  .set("serviceStart", start)
                  .set("serviceEnd", start.plusMinutes(service.item().minutes()))
                  .row());
        }
      }
    }
    rows.add(activity(layout, user, "起床・整容①", LocalTime.of(6, 30), LocalTime.of(7, 0)));
    rows.add(activity(layout, user, "夕食, テレビ\"表\"", LocalTime.of(18, 0), LocalTime.of(20, 0)));
    rows.add(week(layout, user).set("otherService", HardTexts.some(user.dice("sheet 3"))).row());
    return rows.stream();
  }

  private static Row activity(
      Layout layout, SyntheticUser user, String text, LocalTime start, LocalTime end) {
    return week(layout, user)
        .set("dailyActivity", text)
        .set("activityStart", start)
        .set("activityEnd", end)
        .row();
  }

  private static RowDraft week(Layout layout, SyntheticUser user) {
    return RowDraft.of(layout, user.identity())
        .set("createdOn", user.planDate())
        .set("planDate", user.planDate());
  }
}
