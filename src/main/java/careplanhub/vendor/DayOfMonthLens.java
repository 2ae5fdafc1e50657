package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.DayForm;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code dayOfMonth}: a column with the day alone is, with a month field, a date field. */
final class DayOfMonthLens implements Lens {
  private final int column;
  private final Field month;
  private final Field field;
  private final Form form;

  /**
   * What the mapping says.
   *
   * @param column the vendor's, with the day
   * @param month the month field, YYYYMM, of a lens above
   * @param field the date field
   * @param form a form of days; d where there is none
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) String month,
      @JsonProperty(required = true) String field,
      @Nullable JsonNode form) {}

  private DayOfMonthLens(int column, Field month, Field field, Form form) {
    this.column = column;
    this.month = month;
    this.field = field;
    this.form = form;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    Form form = parameters.form() == null ? DayForm.plain() : Forms.create(part.part().at("form"));
    if (!(form instanceof DayForm)) {
      throw part.error("form", "日の書き方（day）を書いてください。");
    }
    return new DayOfMonthLens(
        part.column("column", parameters.column()),
        part.field("month", parameters.month()),
        part.field("field", parameters.field()),
        form);
  }

  @Override
  public int[] columns() {
    return new int[] {column};
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public List<Field> needs() {
    return List.of(month);
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    String day = draft.read(column, form);
    if (day.isEmpty()) {
      if (field.required()) {
        throw new UnreadableException("空です。日を入れてください。").at(draft.name(column));
      }
      return;
    }
    String monthValue = draft.value(month);
    if (!MonthDays.has(monthValue, Integer.parseInt(day))) {
      throw new UnreadableException("その月に無い日です。年月と日を確認してください。").at(draft.name(column));
    }
    draft.set(field, draft.facts().dayOf(monthValue, Integer.parseInt(day)));
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    String date = draft.value(field);
    if (date.isEmpty()) {
      return;
    }
    int day = MonthDays.dayOf(date, draft.value(month));
    if (day == 0) {
      throw new UnreadableException("「" + month.japaneseName() + "」の月の日ではないので書けません。")
          .at(field.key());
    }
    draft.set(column, form.write(MonthDays.twoDigits(day)));
  }
}
