package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.Tolerated;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code constant}: a field that always has the same value; another value is lost on the way back.
 * A column beside it is written with the value.
 */
final class ConstantLens implements Lens {
  private static final int NONE = -1;

  private final Field field;
  private final String value;
  private final int column;

  /**
   * What the mapping says.
   *
   * @param field the standard's
   * @param value its value
   * @param column the vendor's, where it has one for it
   */
  record Parameters(
      @JsonProperty(required = true) String field,
      @JsonProperty(required = true) String value,
      @Nullable String column) {}

  private ConstantLens(Field field, String value, int column) {
    this.field = field;
    this.value = value;
    this.column = column;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    return new ConstantLens(
        part.field("field", parameters.field()),
        parameters.value(),
        parameters.column() == null ? NONE : part.column("column", parameters.column()));
  }

  @Override
  public int[] columns() {
    return column == NONE ? new int[0] : new int[] {column};
  }

  @Override
  public int[] required() {
    return new int[0];
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public List<Field> keeps() {
    return List.of();
  }

  @Override
  public void get(StandardDraft draft) {
    if (column != NONE) {
      String cell = draft.cell(column);
      if (!cell.equals(value) && !cell.isBlank()) {
        draft.tolerate(Tolerated.OTHER_CONSTANT, column);
      }
    }
    draft.set(field, value);
  }

  @Override
  public void put(VendorDraft draft) {
    if (!draft.value(field).equals(value)) {
      draft.lose(field);
    }
    if (column != NONE) {
      draft.set(column, value);
    }
  }
}
