package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code firstDay}: a date field that is the first day of a month field, for layouts that tell the
 * month alone. Another day is lost on the way back.
 */
final class FirstDayLens implements Lens {
  private static final int MONTH_LENGTH = 6;

  private final Field field;
  private final Field month;

  /**
   * What the mapping says.
   *
   * @param field the date
   * @param month the month field, YYYYMM, of a lens above
   */
  record Parameters(
      @JsonProperty(required = true) String field, @JsonProperty(required = true) String month) {}

  private FirstDayLens(Field field, Field month) {
    this.field = field;
    this.month = month;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new FirstDayLens(
        part.field("field", parameters.field()), part.field("month", parameters.month()));
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
  public List<Field> keeps() {
    return List.of();
  }

  @Override
  public void get(StandardDraft draft) {
    String value = draft.value(month);
    if (value.length() == MONTH_LENGTH) {
      draft.set(field, draft.facts().dayOf(value, 1));
    }
  }

  @Override
  public void put(VendorDraft draft) {
    if (MonthDays.dayOf(draft.value(field), draft.value(month)) != 1) {
      draft.lose(field);
    }
  }
}
