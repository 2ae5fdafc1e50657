package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of sheet 6, planned (UPPLAN) and given (UPJSK); the two share their columns. */
final class VisitRows {
  private VisitRows() {}

  /** All rows of a user's month, those of every office. */
  static Stream<Row> slip(Layout layout, SyntheticUser user, YearMonth month, LocalDate created) {
    return rows(layout, user, Visits.planned(user, month), created, user.support().number());
  }

  /** The rows that one office reports of a user. */
  static Stream<Row> result(
      Layout layout, SyntheticUser user, YearMonth month, SyntheticOffice office) {
    LocalDate created = month.plusMonths(1).atDay(1);
    return rows(layout, user, Visits.given(user, month, office), created, office.number());
  }

  private static Stream<Row> rows(
      Layout layout,
      SyntheticUser user,
      List<Visit> visits,
      LocalDate created,
      OfficeNumber updatedBy) {
    return visits.stream()
        .map(
            visit ->
                draft(layout, user, visit)
                    .set("createdOn", created)
                    .set("updatedByOfficeNumber", updatedBy.value())
                    .row());
  }

  private static RowDraft draft(Layout layout, SyntheticUser user, Visit visit) {
    SyntheticOffice office = visit.service().office();
    RowDraft draft =
        RowDraft.of(layout, user.identity())
            .set("targetMonth", YearMonth.from(visit.date()))
            .set("supportOfficeNumber", user.support().number().value())
            .set("plannerName", user.plannerName())
            .set("units", visit.units())
            .set("serviceDate", visit.date())
            .set("proratedDays", visit.proratedDays())
            .set("serviceStart", visit.start())
            .set("serviceEnd", visit.end())
            .set("serviceCount", 1)
            .set("serviceCode", visit.code())
            .set("detailNo", visit.detailNo())
            .set("serviceOfficeNumber", office.number().value())
            .set("serviceOfficeName", office.name())
            .set("satelliteNo", visit.service().satellite())
            .set("over30Days", 0);
    if (visit.service().item().rhythm() == Rhythm.STAY) {
      draft.set("shortStayDaysToLastMonth", SupplementRows.stayDaysBefore(user));
    }
    return described(draft, visit.service().equipment());
  }

  static RowDraft described(RowDraft draft, @Nullable Equipment equipment) {
    return equipment == null
        ? draft
        : draft
            .setIfThere("taisCode", equipment.taisCode())
            .setIfThere("equipmentNoticeCode", equipment.noticeCode())
            .setIfThere("equipmentName", equipment.name());
  }
}
