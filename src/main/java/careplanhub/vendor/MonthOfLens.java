package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code monthOf}: a month field that is always the month of a date field. Nothing is written to
 * the vendor's side, since the date says it; a row in which the two differ is refused.
 */
record MonthOfLens(Field field, Field date) implements Lens {
  private static final int MONTH_LENGTH = 6;

  /**
   * What the mapping says.
   *
   * @param field the month, YYYYMM
   * @param of the date, YYYYMMDD, of a lens above this one
   */
  record Parameters(
      @JsonProperty(required = true) String field, @JsonProperty(required = true) String of) {}

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new MonthOfLens(
        part.field("field", parameters.field()), part.field("of", parameters.of()));
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public List<String> fields() {
    return List.of(field.key());
  }

  @Override
  public boolean keeps() {
    return true;
  }

  @Override
  public void get(StandardDraft draft) {
    draft.set(field.key(), month(draft.value(date.key())));
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    if (!draft.value(field).equals(month(draft.value(date)))) {
      throw new UnreadableException("「" + date.japaneseName() + "」の月と違うので書けません。").at(field.key());
    }
  }

  private static String month(String date) {
    return date.length() < MONTH_LENGTH ? "" : date.substring(0, MONTH_LENGTH);
  }
}
