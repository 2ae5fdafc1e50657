package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.time.YearMonth;
import java.util.List;

/** Rows of 利用者補足情報 (UPHOSOKU), with a plan or with a slip. */
final class SupplementRows {
  private static final String NO_DATE = "00000000";
  private static final String NO_MONTH = "000000";

  private SupplementRows() {}

  /** The row beside sheets 1 to 3: it has the plan's date and no month. */
  static Row ofPlan(Layout layout, SyntheticUser user) {
    return draft(layout, user).set("planDate", user.planDate()).set("targetMonth", NO_MONTH).row();
  }

  /** The row beside sheets 6 and 7: it has the month and no date. */
  static Row ofSlip(Layout layout, SyntheticUser user, YearMonth month) {
    Breakdown breakdown = Breakdown.of(user, month);
    int stays =
        breakdown.lines().stream()
            .filter(line -> line.visit().service().item().rhythm() == Rhythm.STAY)
            .mapToInt(Breakdown.Line::count)
            .sum();
    RowDraft draft =
        draft(layout, user)
            .set("planDate", NO_DATE)
            .set("targetMonth", month)
            .set("totalOverLimitUnits", Breakdown.sum(breakdown.lines()).over())
            .set("shortStayDaysToLastMonth", stayDaysBefore(user))
            .set("shortStayDaysTotal", stayDaysBefore(user) + stays);
    if (user.index() % 15 == 3) {
      limitOfFirstType(draft, user, breakdown);
    }
    return draft.row();
  }

  /** 前月までの短期入所利用日数. */
  static int stayDaysBefore(SyntheticUser user) {
    return user.services().stream().anyMatch(service -> service.item().rhythm() == Rhythm.STAY)
        ? user.index() % 20
        : 0;
  }

  private static void limitOfFirstType(RowDraft draft, SyntheticUser user, Breakdown breakdown) {
    String type = breakdown.lines().get(0).office().type().value();
    List<Breakdown.Line> lines = breakdown.byType().getOrDefault(type, List.of());
    draft
        .set("limit1ServiceTypeCode", type)
        .set("limit1LimitAmount", user.limitUnits() * 2)
        .set("limit1TotalUnits", Breakdown.sum(lines).managed())
        .set("limit1OverLimitUnits", 0);
  }

  private static RowDraft draft(Layout layout, SyntheticUser user) {
    String support = user.support().number().value();
    return RowDraft.of(layout, user.identity())
        .set("userNameKana", user.kana())
        .set("userName", user.name())
        .set("userSex", user.sex())
        .set("userBirthDate", user.birthDate())
        .set("userPostalCode", user.postalCode())
        .set("userAddress1", user.address())
        .set("userAddress2", user.index() % 3 == 0 ? "コーポ髙﨑 \"Ⅲ\", 101" : "")
        .set("userPhone", user.phone())
        .set("certifiedOn", user.certifiedOn())
        .set("limitFrom", user.certifiedFrom())
        .set("limitTo", user.certifiedTo())
        .set("certificationStatus", 2)
        .set("careLevel", user.careLevel())
        .set("careLevelLimitUnits", user.limitUnits())
        .set("previousCareLevel", user.careLevel())
        .set("consentOfficeNumber", support)
        .set("updatedByOfficeNumber", support);
  }
}
