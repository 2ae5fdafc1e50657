package careplanhub.lab;

import careplanhub.lab.Breakdown.Amounts;
import careplanhub.lab.Breakdown.Line;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of sheet 7 (UPSIKYU): codes, subtotals (type and AAAA) and one total a user and month. */
final class BreakdownRows {
  private static final String ALL_OFFICES = "9999999999";
  private static final String ALL_CODES = "999999";

  private final Layout layout;
  private final SyntheticUser user;
  private final YearMonth month;
  private final LocalDate created;

  private BreakdownRows(Layout layout, SyntheticUser user, YearMonth month, LocalDate created) {
    this.layout = layout;
    this.user = user;
    this.month = month;
    this.created = created;
  }

  static Stream<Row> of(Layout layout, SyntheticUser user, YearMonth month, LocalDate created) {
    return new BreakdownRows(layout, user, month, created).rows(Breakdown.of(user, month)).stream();
  }

  private List<Row> rows(Breakdown breakdown) {
    List<Row> rows = new ArrayList<>();
    breakdown
        .byType()
        .forEach(
            (type, lines) -> {
              lines.forEach(line -> rows.add(code(line)));
              if (lines.size() > 1) {
                rows.add(subtotal(type, lines));
              }
            });
    rows.add(total(breakdown));
    return rows;
  }

  private Row code(Line line) {
    Visit visit = line.visit();
    RowDraft draft =
        draft(line.amounts())
            .set("serviceOfficeName", line.office().name())
            .set("serviceOfficeNumber", line.office().number().value())
            .set("satelliteNo", visit.service().satellite())
            .set("serviceCode", visit.code())
            .set("units", visit.units())
            .set("discountRate", 100)
            .set("discountedUnits", visit.units())
            .set("count", line.count())
            .set("unitPrice", Breakdown.YEN_A_UNIT + ".00")
            .set("benefitRate", Breakdown.benefitRate(user));
    if (visit.isAddition()) {
      draft.set("managedUnits", "").set("levelOverLimitUnits", "").set("levelWithinLimitUnits", "");
    }
    if (visit.service().item().rhythm() == Rhythm.STAY) {
      draft
          .set("daysToLastMonth", SupplementRows.stayDaysBefore(user))
          .set("plannedDaysThisMonth", line.count())
          .set("daysTotal", SupplementRows.stayDaysBefore(user) + line.count());
    }
    return VisitRows.described(draft, visit.service().equipment()).row();
  }

  private Row subtotal(String type, List<Line> lines) {
    Visit first = lines.get(0).visit();
    return draft(Breakdown.sum(lines))
        .set("serviceOfficeName", first.service().office().name())
        .set("serviceOfficeNumber", first.service().office().number().value())
        .set("satelliteNo", first.service().satellite())
        .set("serviceCode", type + "AAAA")
        .row();
  }

  private Row total(Breakdown breakdown) {
    return draft(Breakdown.sum(breakdown.lines()))
        .set("serviceOfficeNumber", ALL_OFFICES)
        .set("serviceCode", ALL_CODES)
        .row();
  }

  private RowDraft draft(Amounts amounts) {
    return RowDraft.of(layout, user.identity())
        .set("createdOn", created)
        .set("targetMonth", month)
        .set("units", 0)
        .set("count", 0)
        .set("serviceUnits", amounts.units())
        .set("managedUnits", amounts.managed())
        .set("levelOverLimitUnits", amounts.over())
        .set("levelWithinLimitUnits", amounts.within())
        .set("coveredCost", amounts.cost())
        .set("insuranceClaim", amounts.claim())
        .set("coveredCopay", amounts.copay())
        .set("fullCopay", amounts.full())
        .set("over30Days", 0)
        .set("officeCode", ALL_OFFICES)
        .set("updatedByOfficeNumber", user.support().number().value());
  }
}
