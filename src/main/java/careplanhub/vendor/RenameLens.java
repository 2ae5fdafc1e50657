package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.Tolerated;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code rename}: one column is one field, each in its own form. */
final class RenameLens implements Lens {
  private final int column;
  private final Field field;
  private final Form form;
  private final String otherwise;

  /**
   * What the mapping says.
   *
   * @param column the vendor's
   * @param field the standard's
   * @param form how the vendor writes it; text where there is none
   * @param otherwise the field's value where the cell is empty
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) String field,
      @Nullable JsonNode form,
      @JsonProperty("default") @Nullable String otherwise) {}

  private RenameLens(int column, Field field, Form form, String otherwise) {
    this.column = column;
    this.field = field;
    this.form = form;
    this.otherwise = otherwise;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new RenameLens(
        part.column("column", parameters.column()),
        part.field("field", parameters.field()),
        part.form(),
        MappingPart.orEmpty(parameters.otherwise()));
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
  public List<Field> rewrites() {
    boolean emptyIsLost = !otherwise.isEmpty() && !field.required();
    return form.changesWriting() || emptyIsLost ? List.of(field) : List.of();
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    String value = draft.read(column, form);
    if (value.isEmpty() && !otherwise.isEmpty()) {
      draft.tolerate(Tolerated.DEFAULT_VALUE, column);
      value = otherwise;
    }
    if (value.isEmpty() && field.required()) {
      throw new UnreadableException("空です。標準仕様で必須の項目なので、値を入れてください。").at(draft.name(column));
    }
    draft.set(field, value);
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    draft.write(column, field, form);
  }
}
