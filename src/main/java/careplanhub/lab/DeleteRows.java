package careplanhub.lab;

import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import java.time.YearMonth;

/** Rows of the five delete files, which say only the key of what is withdrawn. */
final class DeleteRows {
  private DeleteRows() {}

  static Row plan(Layout layout, SyntheticUser user) {
    return RowDraft.of(layout, user.identity()).set("planDate", user.planDate()).row();
  }

  static Row slip(Layout layout, SyntheticUser user, YearMonth month) {
    return RowDraft.of(layout, user.identity()).set("targetMonth", month).row();
  }

  static Row result(Layout layout, SyntheticUser user, YearMonth month, SyntheticOffice office) {
    return RowDraft.of(layout, user.identity())
        .set("targetMonth", month)
        .set("serviceOfficeNumber", office.number().value())
        .set("serviceTypeCode", office.type().value())
        .row();
  }

  static Row basic(Layout layout, SyntheticUser user) {
    return RowDraft.of(layout, user.identity())
        .set("consultedOn", BasicRows.consultedOn(user))
        .row();
  }
}
