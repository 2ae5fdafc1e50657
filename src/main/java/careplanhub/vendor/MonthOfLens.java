package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code monthOf}: a month field that is always the month of a date field. Nothing is written to
 * the vendor's side, since the date says it; a row in which the two differ is refused.
 */
final class MonthOfLens implements Lens {
  private static final int MONTH_LENGTH = 6;

  private final Field field;
  private final Field date;

  /**
   * What the mapping says.
   *
   * @param field the month, YYYYMM
   * @param of the date, YYYYMMDD, of a lens above this one
   */
  record Parameters(
      @JsonProperty(required = true) String field, @JsonProperty(required = true) String of) {}

  private MonthOfLens(Field field, Field date) {
    this.field = field;
    this.date = date;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new MonthOfLens(
        part.field("field", parameters.field()), part.field("of", parameters.of()));
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public List<Field> needs() {
    return List.of(date);
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    draft.set(field, draft.monthOf(draft.value(date)));
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    String value = draft.value(date);
    boolean same =
        value.length() >= MONTH_LENGTH
            ? value.startsWith(draft.value(field)) && draft.value(field).length() == MONTH_LENGTH
            : draft.value(field).isEmpty();
    if (!same) {
      throw new UnreadableException("「" + date.japaneseName() + "」の月と違うので書けません。").at(field.key());
    }
  }
}
