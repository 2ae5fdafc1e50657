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

/** {@code split}: one column is several fields, cut by lengths or by a separator. */
final class SplitLens implements Lens {
  private final int column;
  private final List<Field> fields;
  private final PartCut cut;
  private final List<Form> forms;

  /**
   * What the mapping says.
   *
   * @param column the vendor's
   * @param fields the standard's, in the order of their text in the cell
   * @param lengths the characters of each
   * @param separator what stands between two in the cell, where there are no lengths
   * @param forms how the vendor writes each
   */
  record Parameters(
      @JsonProperty(required = true) String column,
      @JsonProperty(required = true) List<String> fields,
      @Nullable List<Integer> lengths,
      @Nullable String separator,
      @Nullable List<JsonNode> forms) {}

  private SplitLens(int column, List<Field> fields, PartCut cut, List<Form> forms) {
    this.column = column;
    this.fields = fields;
    this.cut = cut;
    this.forms = forms;
  }

  static Lens create(MappingPart part) throws ConfigurationException {
    Parameters parameters = part.bind(Parameters.class);
    List<Field> fields = part.fields("fields", parameters.fields());
    PartCut cut = PartCut.create(part, fields.size(), parameters.lengths(), parameters.separator());
    return new SplitLens(
        part.column("column", parameters.column()),
        fields,
        cut,
        part.forms(cut.forms(CodeForm::ofLength)));
  }

  @Override
  public int[] columns() {
    return new int[] {column};
  }

  @Override
  public List<Field> fields() {
    return fields;
  }

  @Override
  public List<Field> rewrites() {
    List<Field> rewritten = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (forms.get(i).changesWriting()) {
        rewritten.add(fields.get(i));
      }
    }
    return rewritten;
  }

  @Override
  public void get(StandardDraft draft) throws UnreadableException {
    String cell = draft.cell(column);
    if (cell.isBlank()) {
      if (fields.stream().anyMatch(Field::required)) {
        throw new UnreadableException("空です。標準仕様で必須の項目なので、値を入れてください。").at(draft.name(column));
      }
      return;
    }
    try {
      List<String> parts = cut.cut(cell);
      for (int i = 0; i < fields.size(); i++) {
        draft.set(
            fields.get(i), forms.get(i).read(parts.get(i), kind -> draft.tolerate(kind, column)));
      }
    } catch (UnreadableException e) {
      throw e.at(draft.name(column));
    }
  }

  @Override
  public void put(VendorDraft draft) throws UnreadableException {
    List<String> parts = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      try {
        parts.add(forms.get(i).write(draft.value(fields.get(i))));
      } catch (UnreadableException e) {
        throw e.at(fields.get(i).key());
      }
    }
    boolean allEmpty = parts.stream().allMatch(String::isEmpty);
    try {
      draft.set(column, allEmpty ? "" : cut.join(checked(parts)));
    } catch (UnreadableException e) {
      throw e.at(fields.get(0).key());
    }
  }

  private List<String> checked(List<String> parts) throws UnreadableException {
    for (int i = 0; i < parts.size() && cut.isFixed(); i++) {
      if (parts.get(i).length() != cut.lengths().get(i)) {
        throw new UnreadableException("桁数が合わないので 1 つの列に書けません。");
      }
    }
    return parts;
  }
}
