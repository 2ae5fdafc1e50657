package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * {@code fileMonth}: a month that holds for the whole file. The file's name says it, or a line
 * above the header, or the person who translates; {@code file.month} tells where.
 */
final class FileMonthLens implements Lens {
  private final Field field;

  /**
   * What the mapping says.
   *
   * @param field the month, YYYYMM
   */
  record Parameters(@JsonProperty(required = true) String field) {}

  private FileMonthLens(Field field) {
    this.field = field;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    return new FileMonthLens(part.field("field", part.bind(Parameters.class).field()));
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public void get(StandardDraft draft) {
    draft.set(field, draft.facts().fileMonth());
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    if (!draft.value(field).equals(draft.facts().month())) {
      throw new UnreadableException("ファイル名の年月と違うので、このファイルには書けません。").at(field.key());
    }
  }
}
