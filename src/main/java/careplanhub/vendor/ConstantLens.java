package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code constant}: a field that always has the same value; another value is lost on the way back.
 */
record ConstantLens(Field field, String value) implements Lens {
  /**
   * What the mapping says.
   *
   * @param field the standard's
   * @param value its value
   */
  record Parameters(
      @JsonProperty(required = true) String field, @JsonProperty(required = true) String value) {}

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new ConstantLens(part.field("field", parameters.field()), parameters.value());
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
    return false;
  }

  @Override
  public void get(StandardDraft draft) {
    draft.set(field.key(), value);
  }

  @Override
  public void put(VendorDraft draft) {
    if (!draft.value(field).equals(value)) {
      draft.lose(field);
    }
  }
}
