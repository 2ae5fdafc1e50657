package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Forms;
import careplanhub.vendor.form.HalfWidth;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code days}: 31 columns, one for each day of a month, are one row for each day that has a value
 * other than zero. On the way back, rows that agree in all else share a record.
 */
final class DaysLens implements Fold {
  private final int[] columns;
  private final Field date;
  private final Field month;
  private final Field value;
  private final Form form;

  /**
   * What the mapping says.
   *
   * @param columns the vendor's 31, by their name with {day}
   * @param date the date field
   * @param month the month field, YYYYMM, of a lens above
   * @param value the field that a day's cell holds, such as the count
   * @param form how the vendor writes it
   */
  record Parameters(
      @JsonProperty(required = true) String columns,
      @JsonProperty(required = true) String date,
      @JsonProperty(required = true) String month,
      @JsonProperty(required = true) String value,
      @Nullable JsonNode form) {}

  private DaysLens(int[] columns, Field date, Field month, Field value, Form form) {
    this.columns = columns;
    this.date = date;
    this.month = month;
    this.value = value;
    this.form = form;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    Field value = part.field("value", parameters.value());
    return new DaysLens(
        part.days("columns", parameters.columns()),
        part.field("date", parameters.date()),
        part.field("month", parameters.month()),
        value,
        parameters.form() == null
            ? Forms.number(value.length())
            : Forms.create(part.part().at("form")));
  }

  @Override
  public int[] columns() {
    return columns.clone();
  }

  @Override
  public List<Field> fields() {
    return List.of(date, value);
  }

  @Override
  public List<Field> needs() {
    return List.of(month);
  }

  @Override
  public boolean isEmpty(StandardDraft draft) {
    for (int column : columns) {
      if (!isNone(draft.cell(column))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a cell means no service on its day. */
  static boolean isNone(String cell) {
    return cell.isEmpty() || HalfWidth.isZero(cell);
  }

  @Override
  public void unfold(StandardDraft draft, Consumer<String[]> rows) throws UnreadableException {
    String monthValue = draft.value(month);
    int last = MonthDays.lengthOf(monthValue);
    for (int day = 1; day <= columns.length; day++) {
      int column = columns[day - 1];
      if (isNone(draft.cell(column))) {
        continue;
      }
      String read = draft.read(column, form);
      if (read.isEmpty()) {
        continue;
      }
      if (day > last) {
        throw new UnreadableException("その月に無い日に値があります。年月と日を確認してください。").at(draft.name(column));
      }
      draft.set(date, draft.facts().dayOf(monthValue, day));
      draft.set(value, read);
      rows.accept(draft.values());
    }
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    int day = MonthDays.dayOf(draft.value(date), draft.value(month));
    if (day == 0) {
      throw new UnreadableException("「" + month.japaneseName() + "」の月の日ではないので書けません。")
          .at(date.key());
    }
    String text = draft.value(value);
    if (isNone(text)) {
      throw new UnreadableException("空か 0 なので、日ごとの列に書けません。").at(value.key());
    }
    draft.writeDay(columns[day - 1], value, form);
  }
}
