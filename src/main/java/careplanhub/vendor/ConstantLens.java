package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.Tolerated;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code constant}: a field, a column or both that always have the same value; another value of the
 * field is lost on the way back.
 */
final class ConstantLens implements Lens {
  private static final int NONE = -1;

  private final @Nullable Field field;
  private final String value;
  private final int column;

  /**
   * What the mapping says.
   *
   * @param field the standard's, if any
   * @param value of both
   * @param column the vendor's, if any
   */
  record Parameters(
      @Nullable String field,
      @JsonProperty(required = true) String value,
      @Nullable String column) {}

  private ConstantLens(@Nullable Field field, String value, int column) {
    this.field = field;
    this.value = value;
    this.column = column;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    if (parameters.field() == null && parameters.column() == null) {
      throw part.error("", "field か column を書いてください。");
    }
    return new ConstantLens(
        parameters.field() == null ? null : part.field("field", parameters.field()),
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
    return field == null ? List.of() : List.of(field);
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
    if (field != null) {
      draft.set(field, value);
    }
  }

  @Override
  public void put(VendorDraft draft) {
    if (field != null && !draft.value(field).equals(value)) {
      draft.lose(field);
    }
    if (column != NONE) {
      draft.set(column, value);
    }
  }
}
