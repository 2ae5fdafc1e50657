package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code rename}: one column is one field, each in its own form. */
record RenameLens(String column, Field field, Form form) implements Lens {
  /**
   * What the mapping says.
   *
   * @param column the vendor's
   * @param field the standard's
   * @param form how the vendor writes it; text where there is none
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) String field,
      @Nullable JsonNode form) {}

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new RenameLens(
        part.column("column", parameters.column()),
        part.field("field", parameters.field()),
        part.form());
  }

  @Override
  public List<String> columns() {
    return List.of(column);
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
  public void get(StandardDraft draft) throws UnreadableException {
    String value = draft.read(column, form);
    if (value.isEmpty() && field.required()) {
      throw new UnreadableException("空です。標準仕様で必須の項目なので、値を入れてください。").at(column);
    }
    draft.set(field.key(), value);
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    draft.write(column, field, form);
  }
}
