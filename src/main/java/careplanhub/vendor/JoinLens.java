package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.standard.Field;
import careplanhub.vendor.form.CodeForm;
import careplanhub.vendor.form.Form;
import careplanhub.vendor.form.UnreadableException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code join}: several columns, one after another, are one field. By lengths, each is a code of so
 * many digits and upper-case letters, and one of digits only that lost its leading zeros gets them
 * back; by a separator, each is what stands between two.
 */
final class JoinLens implements Lens {
  private final int[] columns;
  private final Field field;
  private final PartCut cut;
  private final List<Form> forms;
  private final String names;

  /**
   * What the mapping says.
   *
   * @param columns the vendor's, in the order of their text in the field
   * @param lengths the characters of each
   * @param separator what stands between two in the field, where there are no lengths
   * @param field the standard's
   * @param forms how the vendor writes each
   */
  record Parameters(
      @JsonProperty(required = true) List<String> columns,
      @Nullable List<Integer> lengths,
      @Nullable String separator,
      @JsonProperty(required = true) String field,
      @Nullable List<JsonNode> forms) {}

  private JoinLens(int[] columns, Field field, PartCut cut, List<Form> forms, String names) {
    this.columns = columns;
    this.field = field;
    this.cut = cut;
    this.forms = forms;
    this.names = names;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    int[] columns = part.columns("columns", parameters.columns());
    Field field = part.field("field", parameters.field());
    PartCut cut =
        PartCut.create(part, columns.length, parameters.lengths(), parameters.separator());
    if (cut.isFixed() && cut.length() != field.length()) {
      throw part.error("lengths", "桁数の合計を項目の桁数（" + field.length() + "）に合わせてください。");
    }
    return new JoinLens(
        columns,
        field,
        cut,
        part.forms(cut.forms(CodeForm::ofLength)),
        String.join("と", parameters.columns()));
  }

  @Override
  public int[] columns() {
    return columns.clone();
  }

  @Override
  public List<Field> fields() {
    return List.of(field);
  }

  @Override
  public List<Field> rewrites() {
    return forms.stream().anyMatch(Form::changesWriting) ? List.of(field) : List.of();
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    if (columns.length == 2 && cut.isFixed()) {
      String first = draft.read(columns[0], forms.get(0));
      String second = draft.read(columns[1], forms.get(1));
      if (!first.isEmpty() && !second.isEmpty()) {
        draft.set(field, first.concat(second));
        return;
      }
    }
    List<String> parts = new ArrayList<>(columns.length);
    for (int i = 0; i < columns.length; i++) {
      parts.add(draft.read(columns[i], forms.get(i)));
    }
    int empty = parts.indexOf("");
    boolean allEmpty = parts.stream().allMatch(String::isEmpty);
    if (empty >= 0 && (field.required() || (!allEmpty && cut.isFixed()))) {
      throw new UnreadableException("空です。" + names + "をすべて入れてください。").at(draft.name(columns[empty]));
    }
    try {
      draft.set(field, allEmpty ? "" : cut.join(parts));
    } catch (UnreadableException e) {
      throw e.at(draft.name(columns[0]));
    }
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    String value = draft.value(field);
    if (value.isEmpty()) {
      return;
    }
    try {
      List<String> parts = cut.cut(value);
      for (int i = 0; i < columns.length; i++) {
        draft.set(columns[i], forms.get(i).write(parts.get(i)));
      }
    } catch (UnreadableException e) {
      throw e.at(field.key());
    }
  }
}
