package careplanhub.vendor.kit;

import java.util.List;
import java.util.Set;

/** The lenses of the offices, of the day of making and of what few layouts have. */
final class OfficeLenses {
  private final LensPlan plan;

  private OfficeLenses(LensPlan plan) {
    this.plan = plan;
  }

  static void plan(LensPlan plan) {
    OfficeLenses lenses = new OfficeLenses(plan);
    lenses.offices();
    lenses.rest();
  }

  private void offices() {
    boolean planned = plan.fileKinds().contains(LensPlan.PLANNED);
    if (plan.has(Meaning.SERVICE_OFFICE_NUMBER)) {
      plan.rename(
          Meaning.SERVICE_OFFICE_NUMBER, "serviceOfficeNumber", List.of("digits: { length: 10 }"));
    } else {
      plan.hub("serviceOfficeNumber", "exportingOffice");
      if (planned) {
        plan.note("予定はどの事業所のサービスかが必要です。事業所番号の列が無いので、書き出した事業所としました。");
      }
    }
    if (plan.has(Meaning.SUPPORT_OFFICE_NUMBER)) {
      plan.rename(
          Meaning.SUPPORT_OFFICE_NUMBER, "supportOfficeNumber", List.of("digits: { length: 10 }"));
    } else {
      for (String kind : plan.fileKinds()) {
        String fact = kind.equals(LensPlan.PLANNED) ? "exportingOffice" : "supportOffice";
        plan.add(
            new PlannedLens(
                "hub: { field: supportOfficeNumber, fact: " + fact + " }",
                plan.fileKinds().size() > 1 ? List.of(kind) : List.of(),
                Set.of(),
                List.of()));
      }
    }
    if (plan.has(Meaning.PLANNER_NAME)) {
      plan.rename(Meaning.PLANNER_NAME, "plannerName", "");
    } else {
      plan.hub("plannerName", "plannerName");
    }
    if (plan.has(Meaning.SERVICE_OFFICE_NAME)) {
      plan.rename(Meaning.SERVICE_OFFICE_NAME, "serviceOfficeName", "");
    }
  }

  private void rest() {
    if (plan.has(Meaning.CREATED_ON)) {
      plan.rename(Meaning.CREATED_ON, "createdOn", FormChoice.DATES);
    } else {
      plan.hub("createdOn", "today");
    }
    if (plan.has(Meaning.UPDATED_BY)) {
      plan.rename(Meaning.UPDATED_BY, "updatedByOfficeNumber", List.of("digits: { length: 10 }"));
    } else {
      plan.hub("updatedByOfficeNumber", "exportingOffice");
    }
    over30Days();
    if (plan.has(Meaning.TAIS_CODE) && !plan.has(Meaning.DETAIL_NO)) {
      plan.add(
          "sequence: { field: detailNo, among: [insurerNumber, insuredNumber,"
              + " serviceOfficeNumber, serviceCode, units], date: serviceDate }",
          Set.of());
    }
    if (plan.has(Meaning.SATELLITE_NO)) {
      plan.rename(Meaning.SATELLITE_NO, "satelliteNo", FormChoice.numbers(2));
    }
    if (plan.has(Meaning.PRORATED_DAYS)) {
      plan.rename(Meaning.PRORATED_DAYS, "proratedDays", "");
    }
    if (plan.has(Meaning.SHORT_STAY_DAYS)) {
      plan.rename(Meaning.SHORT_STAY_DAYS, "shortStayDaysToLastMonth", FormChoice.numbers(5));
    }
  }

  private void over30Days() {
    boolean flags =
        plan.has(Meaning.OVER_30_DAYS)
            && plan.cells(Meaning.OVER_30_DAYS).stream()
                .map(Text::plain)
                .allMatch(cell -> cell.isEmpty() || cell.equals("0") || cell.equals("1"));
    if (flags) {
      plan.add(
          "rename: { column: "
              + plan.name(Meaning.OVER_30_DAYS)
              + ", field: over30Days, default: \"0\" }",
          Set.of(plan.column(Meaning.OVER_30_DAYS)),
          "over30Days");
    } else {
      plan.constant("over30Days", "0");
    }
  }
}
